import { tailOf } from './directTail';
import { gammaTail } from './gammaTail';

/**
 * Regularised upper incomplete gamma function, Q(a, x) = 1/Γ(a) ∫ₓ^∞ t^(a-1) e^(-t) dt, computed
 * directly where it is the smaller part, so that a small Q keeps its digits.
 *
 * Formula, source and accuracy: `gammaTail`. Range: 0 < a <= 10^9, x >= 0 (NaN elsewhere).
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return NaN;
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  return tailOf(gammaTail(a, x), 'upper');
}
