import type { Comparison } from '../comparison';
import { tMethod, type TPrecision } from '../tMethod';
import { unitVariance } from '../unitVariance';

function precision(comparison: Comparison, total: number): TPrecision {
  const { baseline, target, controlShare, treatmentShare } = comparison;
  const control = unitVariance(comparison, baseline, 'control');
  const treatment = unitVariance(comparison, target, 'treatment');
  const pair = controlShare + treatmentShare;
  const pooled = (controlShare * control + treatmentShare * treatment) / pair;
  return {
    standardError: Math.sqrt((pooled * (1 / controlShare + 1 / treatmentShare)) / total),
    df: total * pair - 2,
  };
}

/** Student's two-sample t test: one variance for both variants. */
export const studentT = tMethod({
  precision,
  definition: () => ({
    id: 't',
    name: 'Two-sample t test (Student), exact by the noncentral t',
    formula:
      'power = P(T > t(df)) with T noncentral t, ncp = d / (s √(1/n₁ + 1/n₂)), df = n₁ + n₂ − 2',
    source:
      'Chow, Shao and Wang, Sample Size Calculations in Clinical Research, 2nd edition 2008, section 3.2; R power.t.test',
  }),
});
