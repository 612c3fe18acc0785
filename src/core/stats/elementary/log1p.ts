import { log } from './log';
import { logSeries } from './logSeries';

/**
 * ln(1 + x), right to the last digits for small x, the same in the last bit on every host.
 *
 * Formula: near 0 the series of `log` with f = x itself; elsewhere ln(u) + (x - (u - 1)) / u with
 * u = 1 + x rounded, which puts back what the rounding of u lost.
 * Source: Higham, Accuracy and Stability of Numerical Algorithms, 2nd edition 2002, section 1.14.1.
 * Range: x >= -1 (NaN below). Accuracy reached: below 1.3 ulp (against 50 digits, test/fixtures/stats/kernel.json).
 */
export function log1p(x: number): number {
  if (x > -0.29 && x < 0.41) {
    const s = x / (2 + x);
    const halfSquare = 0.5 * x * x;
    return x - (halfSquare - s * (halfSquare + logSeries(s)));
  }
  const u = 1 + x;
  if (u === 0 || u === Infinity) return log(u);
  return log(u) + (x - (u - 1)) / u;
}
