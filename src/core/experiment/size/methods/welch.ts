import type { Comparison } from '../comparison';
import { tMethod, type TPrecision } from '../tMethod';
import { unitVariance } from '../unitVariance';

function precision(comparison: Comparison, total: number): TPrecision {
  const { baseline, target, controlShare, treatmentShare } = comparison;
  const n1 = total * controlShare;
  const n2 = total * treatmentShare;
  const a = unitVariance(comparison, baseline, 'control') / n1;
  const b = unitVariance(comparison, target, 'treatment') / n2;
  const df = n1 > 1 && n2 > 1 ? ((a + b) * (a + b)) / ((a * a) / (n1 - 1) + (b * b) / (n2 - 1)) : 0;
  return { standardError: Math.sqrt(a + b), df };
}

/** Welch's t test: each variant's own variance, degrees of freedom after Satterthwaite. */
export const welch = tMethod({
  precision,
  definition: () => ({
    id: 'welch',
    name: 'Welch’s t test by the noncentral t, Satterthwaite’s degrees of freedom',
    formula:
      'power = P(T > t(df)) with T noncentral t, ncp = d / √(s₁²/n₁ + s₂²/n₂), df after Satterthwaite',
    source:
      'Welch, Biometrika 34, 1947, 28-35; Satterthwaite, Biometrics Bulletin 2, 1946, 110-114',
  }),
});
