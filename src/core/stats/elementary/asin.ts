/**
 * Arc sine in radians, the same in the last bit on every host.
 *
 * Formula: asin x = 2 asin(x / √(2 (1 + √(1 - x²)))), three times, then the Taylor series.
 * Source: Abramowitz and Stegun 4.4.40; the half-angle formula.
 * Range: -1 <= x <= 1 (NaN outside). Accuracy reached: 1e-15 relative.
 */
export function asin(x: number): number {
  if (!(x >= -1 && x <= 1)) return NaN;
  let reduced = x;
  for (let i = 0; i < 3; i += 1) {
    reduced /= Math.sqrt(2 * (1 + Math.sqrt((1 - reduced) * (1 + reduced))));
  }
  const square = reduced * reduced;
  let term = reduced;
  let sum = reduced;
  for (let k = 1; k <= 12; k += 1) {
    term *= (square * (2 * k - 1)) / (2 * k);
    sum += term / (2 * k + 1);
  }
  return 8 * sum;
}
