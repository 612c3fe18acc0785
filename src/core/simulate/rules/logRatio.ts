import { testRule } from './testRule';

/** Ratio of means, normal on the logarithm, each variance its own. */
export const logRatio = testRule('log-ratio', 'negative-binomial', [
  'proportion',
  'count',
  'rate',
  'revenue',
]);
