import { upperGamma } from '../special/upperGamma';

/**
 * P(X > x) of the gamma distribution (mean shape · scale), computed directly where it is the smaller part.
 *
 * Formula and source: Q(shape, x / scale), `gammaTail`. Range and accuracy: as `gammaCdf`.
 */
export function gammaUpperTail(x: number, shape: number, scale: number): number {
  if (!(scale > 0) || Number.isNaN(x)) return NaN;
  return upperGamma(shape, Math.max(0, x / scale));
}
