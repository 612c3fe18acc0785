/**
 * 1/(12x) - 1/(360x³) + 1/(1260x⁵) - ...: what Stirling's formula leaves of ln Γ.
 *
 * Source: Abramowitz and Stegun 6.1.41.
 * Range: x >= 10. Accuracy reached: 1e-17 absolute (eight terms; the ninth is below 2e-18).
 */
export function stirlingSeries(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  let sum = -0.029550653594771242;
  sum = sum * square + 0.00641025641025641;
  sum = sum * square - 0.0019175269175269176;
  sum = sum * square + 0.0008417508417508417;
  sum = sum * square - 0.0005952380952380953;
  sum = sum * square + 0.0007936507936507937;
  sum = sum * square - 0.002777777777777778;
  sum = sum * square + 0.08333333333333333;
  return sum * inverse;
}
