import { normalMethod } from '../normalMethod';
import { unitVariance } from '../unitVariance';

/** z test of a difference of means; the variance is that of the metric's kind in each variant. */
export const normalMeans = normalMethod({
  margins: true,
  scale: (value) => value,
  variance: (comparison) =>
    unitVariance(comparison, comparison.baseline, 'control') / comparison.controlShare +
    unitVariance(comparison, comparison.target, 'treatment') / comparison.treatmentShare,
  definition: () => ({
    id: 'normal',
    name: 'z test of a difference of means, each variant’s own variance',
    formula: 'N = (z + z(power))² · (s₁²/w₁ + s₂²/w₂) / (m₂ − m₁)²',
    source:
      'Chow, Shao and Wang, Sample Size Calculations in Clinical Research, 2nd edition 2008, section 3.2',
  }),
});
