import { regularizedIncompleteGamma } from '../special/regularizedIncompleteGamma';

/**
 * P(X <= x) of the chi-square distribution, computed directly where it is the smaller part.
 *
 * Formula: P(degreesOfFreedom / 2, x / 2), the regularised lower incomplete gamma function.
 * Range: x >= 0, 0 < degreesOfFreedom (NaN elsewhere). Accuracy reached: as `gammaCdf`.
 */
export function chiSquareCdf(x: number, degreesOfFreedom: number): number {
  return regularizedIncompleteGamma(degreesOfFreedom / 2, x / 2);
}
