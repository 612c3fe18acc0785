import type { MetricTest } from '../plan/metricKinds';
import type { PlanMetric } from '../plan/planSchema';
import { analysedMethod } from './analysedMethod';
import { arcsine } from './methods/arcsine';
import { deltaMethod } from './methods/deltaMethod';
import { exactUnconditional } from './methods/exactUnconditional';
import { enumeratedMethod } from './enumerated/enumeratedMethod';
import { farringtonManning } from './methods/farringtonManning';
import { fisherExact } from './methods/fisherExact';
import { logRank } from './methods/logRank';
import { mannWhitney } from './methods/mannWhitney';
import { mcnemar } from './methods/mcnemar';
import { negativeBinomial } from './methods/negativeBinomial';
import { normalMeans } from './methods/normalMeans';
import { pairedT } from './methods/pairedT';
import { poisson } from './methods/poisson';
import { poissonScore } from './methods/poissonScore';
import { quantileNormal } from './methods/quantileNormal';
import { relativeLift } from './methods/relativeLift';
import { studentT } from './methods/studentT';
import { welch } from './methods/welch';
import { zContinuityCorrected } from './methods/zContinuityCorrected';
import { zPooled } from './methods/zPooled';
import { zUnpooled } from './methods/zUnpooled';
import type { SizeMethod } from './sizeMethod';
import { stretchedMethod } from './stretchedMethod';

/** Which method sizes which test: one file and one line a test. */
export const sizeMethods: Readonly<Record<MetricTest, SizeMethod>> = {
  'z-unpooled': zUnpooled,
  'z-pooled': zPooled,
  arcsine,
  'z-continuity-corrected': zContinuityCorrected,
  'farrington-manning': farringtonManning,
  'relative-lift': relativeLift,
  'fisher-exact': fisherExact,
  'exact-unconditional': exactUnconditional,
  mcnemar,
  normal: normalMeans,
  t: studentT,
  welch,
  'paired-t': pairedT,
  'mann-whitney': mannWhitney,
  poisson,
  'poisson-score': poissonScore,
  'negative-binomial': negativeBinomial,
  'delta-method': deltaMethod,
  'quantile-normal': quantileNormal,
  'log-rank': logRank,
};

const stretched = new Map(
  Object.entries(sizeMethods).map(([test, method]) => [
    test,
    stretchedMethod(analysedMethod(enumeratedMethod(method))),
  ]),
);

/** The method for a metric's test, in units of the experiment. */
export function sizeMethodOf({ test }: Pick<PlanMetric, 'test'>): SizeMethod {
  return stretched.get(test) ?? stretchedMethod(analysedMethod(zUnpooled));
}
