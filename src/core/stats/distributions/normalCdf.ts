import { normalUpperTail } from './normalUpperTail';

/**
 * P(Z <= z) of the standard normal distribution. Small values (z < 0) are computed directly.
 *
 * Range: all numbers. Accuracy reached: 1e-15 relative, down to 1e-300.
 */
export function normalCdf(z: number): number {
  return normalUpperTail(-z);
}
