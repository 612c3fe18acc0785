import { normalQuantile } from './normalQuantile';
import { poissonCdf } from './poissonCdf';
import { smallestReaching } from './smallestReaching';

/**
 * Quantile of the Poisson distribution: the smallest whole k with P(X <= k) >= probability.
 *
 * Formula: a normal approximation with a term for skewness, then a search on `poissonCdf`.
 * Range: 0 <= probability <= 1 (Infinity at 1), 0 <= mean <= 10^9 (NaN elsewhere). Accuracy: exact but where
 * `probability` is within 1e-12 of a step (relative; 1e-10 above a mean of 10^4).
 */
export function poissonQuantile(probability: number, mean: number): number {
  if (!(mean >= 0) || !(probability >= 0 && probability <= 1)) return NaN;
  if (probability === 0 || mean === 0) return 0;
  if (probability === 1) return Infinity;
  const spread = Math.sqrt(mean);
  const z = normalQuantile(probability);
  return smallestReaching((k) => poissonCdf(k, mean), probability, {
    near: mean + spread * z + (z * z - 1) / 6,
    scale: 1 + 0.01 * spread,
    least: 0,
    most: Number.MAX_SAFE_INTEGER,
  });
}
