import { regularizedIncompleteGamma } from '../special/regularizedIncompleteGamma';

/**
 * P(X > count) of the Poisson distribution: the exact complement of `poissonCdf`, so P(X >= k) is
 * poissonUpperTail(k - 1, mean). Computed directly where it is the smaller part.
 *
 * Formula: P(count + 1, mean), the regularised lower incomplete gamma function.
 * Source, range and accuracy: as `poissonCdf`.
 */
export function poissonUpperTail(count: number, mean: number): number {
  if (!(mean >= 0) || Number.isNaN(count)) return NaN;
  if (count < 0) return 1;
  if (count === Infinity || mean === 0) return 0;
  return regularizedIncompleteGamma(Math.floor(count) + 1, mean);
}
