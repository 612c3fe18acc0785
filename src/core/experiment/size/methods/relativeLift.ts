import type { Comparison } from '../comparison';
import { normalMethod } from '../normalMethod';
import { unitVariance } from '../unitVariance';

/** Variance of the relative change (m₂ - m₁) / m₁ times the total, by the delta method. */
function variance(comparison: Comparison): number {
  const { baseline, target, controlShare, treatmentShare } = comparison;
  const square = baseline * baseline;
  const control = unitVariance(comparison, baseline, 'control') / controlShare;
  const treatment = unitVariance(comparison, target, 'treatment') / treatmentShare;
  return treatment / square + ((control / square) * (target * target)) / square;
}

/** Tests the relative change itself, as GrowthBook does by default: less power than the test of the difference. */
export const relativeLift = normalMethod({
  margins: true,
  scale: (value, { baseline }) => value / Math.abs(baseline),
  variance,
  definition: () => ({
    id: 'relative-lift',
    name: 'z test of the relative change, delta-method variance',
    formula: 'N = (z + z(power))² · (s₂²/(w₂ m₁²) + s₁² m₂²/(w₁ m₁⁴)) / (m₂/m₁ − 1)²',
    source: 'Deng, Knoblich and Lu, Applying the Delta Method in Metric Analytics, KDD 2018',
  }),
});
