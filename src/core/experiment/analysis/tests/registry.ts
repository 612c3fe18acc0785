import { type MetricTest, metricTests } from '../../plan/metricKinds';
import type { AnalysisMethod } from './analysisMethod';
import { arcsineTest } from './arcsineTest';
import { bootstrap } from './bootstrap';
import { chiSquare } from './chiSquare';
import { deltaMethodRatio } from './deltaMethodRatio';
import { farringtonManningTest } from './farringtonManningTest';
import { fisherExact } from './fisherExact';
import { mannWhitney } from './mannWhitney';
import { mcnemarTest } from './mcnemarTest';
import { negativeBinomialTest } from './negativeBinomialTest';
import { normalTest } from './normalTest';
import { pairedTTest } from './pairedTTest';
import { poissonExact } from './poissonExact';
import { poissonScoreTest } from './poissonScoreTest';
import { poissonTest } from './poissonTest';
import { quantileNormal } from './quantileNormal';
import { relativeLift } from './relativeLift';
import { studentTTest } from './studentTTest';
import { welchTest } from './welchTest';
import { zContinuityCorrected } from './zContinuityCorrected';
import { zPooled } from './zPooled';
import { zUnpooled } from './zUnpooled';

/** Tests that results can be analysed by: those of plans, and some that no size is computed for. */
export const analysisTests = [...metricTests, 'chi-square', 'bootstrap', 'poisson-exact'] as const;

export type AnalysisTest = MetricTest | 'chi-square' | 'bootstrap' | 'poisson-exact';

/** Every test by its name; null where results cannot be analysed by it. */
export const analysisMethods: Readonly<Record<AnalysisTest, AnalysisMethod | null>> = {
  'z-unpooled': zUnpooled,
  'z-pooled': zPooled,
  arcsine: arcsineTest,
  'z-continuity-corrected': zContinuityCorrected,
  'farrington-manning': farringtonManningTest,
  'relative-lift': relativeLift,
  'fisher-exact': fisherExact,
  'exact-unconditional': null,
  mcnemar: mcnemarTest,
  normal: normalTest,
  t: studentTTest,
  welch: welchTest,
  'paired-t': pairedTTest,
  'mann-whitney': mannWhitney,
  poisson: poissonTest,
  'poisson-score': poissonScoreTest,
  'negative-binomial': negativeBinomialTest,
  'delta-method': deltaMethodRatio,
  'quantile-normal': quantileNormal,
  'log-rank': null,
  'chi-square': chiSquare,
  bootstrap,
  'poisson-exact': poissonExact,
};
