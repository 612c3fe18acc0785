import { exp } from './exp';
import { expm1Remainder } from './expm1Remainder';

/**
 * e^x - 1, right to the last digits for small x, the same in the last bit on every host.
 *
 * Formula: x and the rest of the Taylor series while |x| < 0.36; the difference elsewhere.
 * Range: all numbers. Accuracy reached: below 2 ulp (against 40 digits, test/fixtures/stats/distributions.json).
 */
export function expm1(x: number): number {
  return Math.abs(x) < 0.36 ? x + expm1Remainder(x) : exp(x) - 1;
}
