import { gammaUpperQuantile } from './gammaUpperQuantile';

/**
 * x with P(X > x) = probability of the chi-square distribution: the critical value of a test at that level.
 *
 * Formula, range and accuracy: as `gammaUpperQuantile` with shape degreesOfFreedom / 2 and scale 2.
 */
export function chiSquareUpperQuantile(probability: number, degreesOfFreedom: number): number {
  return gammaUpperQuantile(probability, degreesOfFreedom / 2, 2);
}
