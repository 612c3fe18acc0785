import { asin } from '../../../stats/elementary/asin';
import { log } from '../../../stats/elementary/log';
import type { MetricTest } from '../../plan/metricKinds';

/** Counts of two groups of these sizes (trials, or expected events for one of the rate). */
export interface Counts {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
}

/**
 * A test's statistic for two counts: treatment's distance above control, less that of `boundary` (where treatment would be
 * at the edge of the null hypothesis), in standard errors. `at` is control's planned value, which the boundary counts from.
 */
export type CountTest = (
  counts: Counts,
  boundary: { readonly at: number; readonly shift: number },
) => number;

/** Where both variances are 0 the test rejects if there is a difference: that is what its formula does. */
function inErrors(difference: number, variance: number): number {
  return difference === 0 ? 0 : difference / Math.sqrt(variance);
}

const spread = (share: number, n: number): number => (share * (1 - share)) / n;

const unpooled: CountTest = ({ x1, n1, x2, n2 }, { shift }) => {
  const [a, b] = [x1 / n1, x2 / n2];
  return inErrors(b - a - shift, spread(a, n1) + spread(b, n2));
};

const pooled: CountTest = ({ x1, n1, x2, n2 }) => {
  const share = (x1 + x2) / (n1 + n2);
  return inErrors(x2 / n2 - x1 / n1, share * (1 - share) * (1 / n1 + 1 / n2));
};

const corrected: CountTest = ({ x1, n1, x2, n2 }) => {
  const share = (x1 + x2) / (n1 + n2);
  const sum = 1 / n1 + 1 / n2;
  const difference = x2 / n2 - x1 / n1;
  const size = Math.max(0, Math.abs(difference) - sum / 2);
  return inErrors(Math.sign(difference) * size, share * (1 - share) * sum);
};

const arcsine: CountTest = ({ x1, n1, x2, n2 }) =>
  (2 * (asin(Math.sqrt(x2 / n2)) - asin(Math.sqrt(x1 / n1)))) / Math.sqrt(1 / n1 + 1 / n2);

/** Without events in control there is no relative change, and the test finds nothing. */
const relative: CountTest = ({ x1, n1, x2, n2 }) => {
  if (x1 === 0) return 0;
  const [a, b] = [x1 / n1, x2 / n2];
  return inErrors(b / a - 1, spread(b, n2) / (a * a) + (spread(a, n1) * b * b) / (a * a * a * a));
};

/** Without events in a group its logarithm is not defined, and the test finds nothing. */
const logRatio: CountTest = ({ x1, n1, x2, n2 }, { at, shift }) => {
  if (x1 === 0 || x2 === 0) return 0;
  const boundary = shift === 0 ? 0 : log((at + shift) / at);
  return (log(x2 / n2 / (x1 / n1)) - boundary) / Math.sqrt(1 / x1 + 1 / x2);
};

const scoreOfRates: CountTest = ({ x1, n1, x2, n2 }) =>
  inErrors(x2 / n2 - x1 / n1, ((x1 + x2) / (n1 + n2)) * (1 / n1 + 1 / n2));

/** Tests whose statistic is a function of two counts, and whether they know a margin. */
export const countTests: Readonly<
  Partial<Record<MetricTest, { readonly statistic: CountTest; readonly margins: boolean }>>
> = {
  'z-unpooled': { statistic: unpooled, margins: true },
  'z-pooled': { statistic: pooled, margins: false },
  'z-continuity-corrected': { statistic: corrected, margins: false },
  arcsine: { statistic: arcsine, margins: false },
  'relative-lift': { statistic: relative, margins: false },
  poisson: { statistic: logRatio, margins: true },
  'poisson-score': { statistic: scoreOfRates, margins: false },
};
