import type { PlanMetric } from '../plan/planSchema';
import type { Arm } from './tests/analysisMethod';
import { quantileOf } from './tests/quantileNormal';

/** What a metric is in one variant: its share, mean, rate, ratio or quantile. */
export function metricValueOf({ kind, quantile }: PlanMetric, arm: Arm): number {
  const { mean, denominatorMean } = arm.sums;
  if (kind === 'ratio' || kind === 'rate') return mean / denominatorMean;
  if (kind === 'quantile' && arm.values !== null) return quantileOf(arm, quantile ?? 0.5);
  return mean;
}
