import { tailOf } from './directTail';
import { gammaTail } from './gammaTail';

/**
 * Regularised lower incomplete gamma function, P(a, x) = 1/Γ(a) ∫₀ˣ t^(a-1) e^(-t) dt, computed directly
 * where it is the smaller part. Its complement is `upperGamma`.
 *
 * Formula, source and accuracy: `gammaTail`. Range: 0 < a <= 10^9, x >= 0 (NaN elsewhere).
 */
export function regularizedIncompleteGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return NaN;
  if (x === 0) return 0;
  if (x === Infinity) return 1;
  return tailOf(gammaTail(a, x), 'lower');
}
