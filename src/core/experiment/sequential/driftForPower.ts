import { successProbability } from './crossingProbabilities';
import { fallingRoot } from './fallingRoot';
import type { Recursion } from './recursion';

/** Largest expected z that is looked for: no chance of a miss is left there. */
const largest = 60;

/** Expected z at full information at which the chance of success at some look is this power. */
export function driftForPower(recursion: Recursion, power: number): number {
  const missing = (drift: number): number => power - successProbability(recursion, drift);
  let high = 4;
  while (high < largest && missing(high) > 0) high *= 1.5;
  return fallingRoot(missing, { low: 0, high, tolerance: 1e-12 });
}
