import { normalMethod } from '../normalMethod';

/** Score test of a difference of Poisson rates: the test's variance is that of both variants together. */
export const poissonScore = normalMethod({
  margins: false,
  scale: (value) => value,
  variance: ({ metric, baseline, target, controlShare, treatmentShare }) =>
    (baseline / controlShare + target / treatmentShare) / (metric.exposure ?? 1),
  nullVariance: ({ metric, baseline, target, controlShare, treatmentShare }) => {
    const pooled =
      (controlShare * baseline + treatmentShare * target) / (controlShare + treatmentShare);
    return (pooled * (1 / controlShare + 1 / treatmentShare)) / (metric.exposure ?? 1);
  },
  definition: () => ({
    id: 'poisson-score',
    name: 'Score test of a difference of two Poisson rates',
    formula:
      'N = (z √(m̄(1/w₁ + 1/w₂)) + z(power) √(m₁/w₁ + m₂/w₂))² / (t (m₂ − m₁)²); m̄ the weighted mean, t the exposure a unit',
    source: 'Ng and Tang, Statistics in Medicine 24, 2005, 955-965',
  }),
});
