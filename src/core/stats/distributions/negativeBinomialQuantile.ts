import { negativeBinomialCdf } from './negativeBinomialCdf';
import { normalQuantile } from './normalQuantile';
import { smallestReaching } from './smallestReaching';

/**
 * Quantile of the negative binomial distribution, given by its size and mean (see `negativeBinomialPmf`): the
 * smallest whole k with P(X <= k) >= probability.
 *
 * Formula: a normal approximation with a term for skewness, then a search on `negativeBinomialCdf`.
 * Range: 0 <= probability <= 1 (Infinity at 1), size > 0, mean >= 0 (NaN elsewhere). Accuracy: exact but where
 * `probability` is within 1e-12 of a step (relative).
 */
export function negativeBinomialQuantile(probability: number, size: number, mean: number): number {
  if (!(size > 0) || !(mean >= 0) || !(probability >= 0 && probability <= 1)) return NaN;
  if (probability === 0 || mean === 0) return 0;
  if (probability === 1) return Infinity;
  const spread = Math.sqrt(mean + (mean * mean) / size);
  const z = normalQuantile(probability);
  return smallestReaching((k) => negativeBinomialCdf(k, size, mean), probability, {
    near: mean + spread * z,
    scale: 1 + 0.05 * spread,
    least: 0,
    most: Number.MAX_SAFE_INTEGER,
  });
}
