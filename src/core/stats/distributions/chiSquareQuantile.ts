import { gammaQuantile } from './gammaQuantile';

/**
 * Quantile of the chi-square distribution: x with P(X <= x) = probability.
 *
 * Formula, range and accuracy: as `gammaQuantile` with shape degreesOfFreedom / 2 and scale 2.
 */
export function chiSquareQuantile(probability: number, degreesOfFreedom: number): number {
  return gammaQuantile(probability, degreesOfFreedom / 2, 2);
}
