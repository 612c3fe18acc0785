import { binomialCdf } from './binomialCdf';
import { normalQuantile } from './normalQuantile';
import { smallestReaching } from './smallestReaching';

/**
 * Quantile of the binomial distribution: the smallest whole k with P(X <= k) >= `cumulative`.
 *
 * Formula: a normal approximation with a term for skewness, then a search on `binomialCdf`.
 * Range: 0 <= cumulative <= 1, trials and probability as `binomialCdf` (NaN elsewhere). Accuracy: exact but where
 * `cumulative` is within 1e-12 of a step (relative; 1e-10 above 10^4 trials).
 */
export function binomialQuantile(cumulative: number, trials: number, probability: number): number {
  if (!(cumulative >= 0 && cumulative <= 1) || Number.isNaN(binomialCdf(0, trials, probability))) {
    return NaN;
  }
  if (cumulative === 0 || probability === 0) return 0;
  if (cumulative === 1 || probability === 1) return trials;
  const spread = Math.sqrt(trials * probability * (1 - probability));
  const z = normalQuantile(cumulative);
  const near = trials * probability + spread * z + ((1 - 2 * probability) * (z * z - 1)) / 6;
  return smallestReaching((k) => binomialCdf(k, trials, probability), cumulative, {
    near,
    scale: 1 + 0.01 * spread,
    least: 0,
    most: trials,
  });
}
