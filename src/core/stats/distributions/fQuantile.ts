import { exp } from '../elementary/exp';
import { inverseBetaLogit } from '../special/inverseBetaLogit';

/**
 * Quantile of the F distribution: f with P(F <= f) = probability. For an upper tail q take
 * 1 / fQuantile(q, df2, df1), which keeps the digits of a small q.
 *
 * Formula: f = df2/df1 · x / (1 - x) with x from the incomplete beta function, inverted from the nearer end.
 * Range: 0 <= probability <= 1, df1 and df2 positive (NaN elsewhere). Accuracy reached: 1e-12 relative.
 */
export function fQuantile(probability: number, df1: number, df2: number): number {
  if (!(df1 > 0) || !(df2 > 0) || !(probability >= 0 && probability <= 1)) return NaN;
  if (probability === 0) return 0;
  if (probability === 1) return Infinity;
  const logit =
    probability <= 0.5
      ? inverseBetaLogit(probability, df1 / 2, df2 / 2)
      : -inverseBetaLogit(1 - probability, df2 / 2, df1 / 2);
  return (df2 / df1) * exp(logit);
}
