import { normalDensity } from '../../../stats/distributions/normalDensity';
import { normalQuantile } from '../../../stats/distributions/normalQuantile';
import type { PlanMetric } from '../../plan/planSchema';
import { normalMethod } from '../normalMethod';

/** Density of the measured value at its quantile: the plan's, else that of a lognormal. */
function densityAt({ baseline, density, logDeviation = NaN, quantile = NaN }: PlanMetric): number {
  if (density !== undefined) return density;
  return normalDensity(normalQuantile(quantile)) / (logDeviation * baseline);
}

/** z test of a difference of sample quantiles; the density at the baseline serves both variants. */
export const quantileNormal = normalMethod({
  margins: true,
  scale: (value) => value,
  variance: ({ metric, controlShare, treatmentShare }) => {
    const { quantile = NaN } = metric;
    const density = densityAt(metric);
    return (
      ((quantile * (1 - quantile)) / (density * density)) * (1 / controlShare + 1 / treatmentShare)
    );
  },
  definition: () => ({
    id: 'quantile-normal',
    name: 'z test of a difference of quantiles, asymptotic variance',
    formula:
      'N = (z + z(power))² · q(1 − q)/f² · (1/w₁ + 1/w₂) / (x₂ − x₁)²; f the density at the quantile',
    source: 'Serfling, Approximation Theorems of Mathematical Statistics, 1980, section 2.3.3',
  }),
});
