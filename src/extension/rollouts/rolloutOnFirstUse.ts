/** What rollouts need, loaded with the first text that has one: `await import('./rolloutOnFirstUse')`. In Node a file of its own. */
export { describeRollouts } from './describeRollouts';
export { openRolloutPanel } from './openRolloutPanel';
