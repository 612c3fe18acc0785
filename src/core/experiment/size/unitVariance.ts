import { exp } from '../../stats/elementary/exp';
import type { Comparison } from './comparison';

/** Variance between units of a lognormal spend that only a share of units has: mean² (e^(σ²) / share - 1). */
function revenueVariance(mean: number, buyerShare: number, logDeviation: number): number {
  return mean * mean * (exp(logDeviation * logDeviation) / buyerShare - 1);
}

/**
 * Variance of the metric between the units of one variant, where the metric has this value there: for a
 * proportion p(1 - p), for a count mean + dispersion · mean², for a rate per exposure, for revenue by the
 * moments of a zero-inflated lognormal at the baseline, else the plan's deviation squared.
 *
 * Units: the metric's own, squared. NaN where the plan lacks what its kind needs, which no reader lets through.
 */
export function unitVariance(
  { metric, baseline }: Comparison,
  value: number,
  variant: 'control' | 'treatment',
): number {
  const { kind, deviation = NaN, dispersion = 0, exposure = 1 } = metric;
  switch (kind) {
    case 'proportion':
    case 'rank':
    case 'time-to-event':
      return value * (1 - value);
    case 'count':
      return value + dispersion * value * value;
    case 'rate':
      return value / exposure + dispersion * value * value;
    case 'revenue':
      return revenueVariance(baseline, metric.buyerShare ?? NaN, metric.logDeviation ?? NaN);
    default: {
      const own = variant === 'treatment' ? (metric.treatmentDeviation ?? deviation) : deviation;
      return own * own;
    }
  }
}
