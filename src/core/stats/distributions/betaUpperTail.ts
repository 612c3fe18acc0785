import { betaTail } from '../special/betaTail';
import { tailOf } from '../special/directTail';

/**
 * P(X > x) of the beta distribution with shapes a and b, computed directly where it is the smaller part.
 *
 * Formula: the complement of I_x(a, b); source and accuracy: as `betaCdf`.
 * Range: all x, a and b positive (NaN elsewhere).
 */
export function betaUpperTail(x: number, a: number, b: number): number {
  if (!(a > 0) || !(b > 0) || Number.isNaN(x)) return NaN;
  if (x <= 0) return 1;
  if (x >= 1) return 0;
  return tailOf(betaTail(x, 1 - x, a, b), 'upper');
}
