import type { PlanMetric } from '../../plan/planSchema';
import { normalMethod } from '../normalMethod';

/**
 * Variance between units of a ratio of sums where the ratio is this one (left out: the baseline): of (numerator - ratio ·
 * denominator) / mean denominator. Without the denominator's mean the plan's deviation is that already.
 *
 * Formula: (s_x² - 2 r s_xy + r² s_y²) / m_y².
 * Source: Deng, Knoblich and Lu, Applying the Delta Method in Metric Analytics, KDD 2018.
 */
export function ratioVariance(metric: PlanMetric, ratio = metric.baseline): number {
  const { deviation = NaN, denominatorMean } = metric;
  if (denominatorMean === undefined) return deviation * deviation;
  const { denominatorDeviation: spread = 0, numeratorDenominatorCorrelation = 0 } = metric;
  const covariance = numeratorDenominatorCorrelation * deviation * spread;
  const sum = deviation * deviation - 2 * ratio * covariance + ratio * ratio * spread * spread;
  return sum / (denominatorMean * denominatorMean);
}

/** z test of a difference of ratios of sums, units being what is independent. */
export const deltaMethod = normalMethod({
  margins: true,
  scale: (value) => value,
  variance: ({ metric, baseline, target, controlShare, treatmentShare }) =>
    ratioVariance(metric, baseline) / controlShare + ratioVariance(metric, target) / treatmentShare,
  definition: () => ({
    id: 'delta-method',
    name: 'z test of a difference of ratios, delta-method variance',
    formula:
      'N = (z + z(power))² · (s₁²/w₁ + s₂²/w₂) / (r₂ − r₁)²; s² = (s_x² − 2 r s_xy + r² s_y²) / m_y² with the ratio r of the variant',
    source: 'Deng, Knoblich and Lu, Applying the Delta Method in Metric Analytics, KDD 2018',
  }),
});
