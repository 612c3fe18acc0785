import { upperGamma } from '../special/upperGamma';

/**
 * P(X <= count) of the Poisson distribution, computed directly where it is the smaller part.
 *
 * Formula: Q(count + 1, mean), the regularised upper incomplete gamma function.
 * Source: Abramowitz and Stegun 26.4.21.
 * Range: 0 <= mean <= 10^9 (NaN elsewhere); a fraction of `count` is cut off. Accuracy reached: as `gammaCdf`.
 */
export function poissonCdf(count: number, mean: number): number {
  if (!(mean >= 0) || Number.isNaN(count)) return NaN;
  if (count < 0) return 0;
  if (count === Infinity || mean === 0) return 1;
  return upperGamma(Math.floor(count) + 1, mean);
}
