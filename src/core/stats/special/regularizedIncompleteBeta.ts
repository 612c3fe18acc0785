import { betaTail } from './betaTail';
import { tailOf } from './directTail';

/**
 * Regularised incomplete beta function, I_x(a, b) = 1/B(a, b) ∫₀ˣ t^(a-1) (1-t)^(b-1) dt, computed directly
 * where it is the smaller part. Its complement is I_(1-x)(b, a).
 *
 * Formula, source and accuracy: `betaTail`. Range: 0 <= x <= 1, a and b positive up to 10^9 (NaN elsewhere).
 */
export function regularizedIncompleteBeta(x: number, a: number, b: number): number {
  if (!(a > 0) || !(b > 0) || !(x >= 0 && x <= 1)) return NaN;
  if (x === 0 || x === 1) return x;
  return tailOf(betaTail(x, 1 - x, a, b), 'lower');
}
