import { exp } from './exp';

/**
 * e^x - 1, right to the last digits for small x, the same in the last bit on every host.
 *
 * Formula: the Taylor series to the 14th power while |x| < 0.36, whose remainder is below 2^-57 of x; the
 * difference elsewhere.
 * Range: all numbers. Accuracy reached: below 2 ulp (against 50 digits, test/fixtures/stats/kernel.json).
 */
export function expm1(x: number): number {
  if (!(Math.abs(x) < 0.36)) return exp(x) - 1;
  let sum = 1.1470745597729725e-11;
  sum = sum * x + 1.6059043836821613e-10;
  sum = sum * x + 2.08767569878681e-9;
  sum = sum * x + 2.505210838544172e-8;
  sum = sum * x + 2.755731922398589e-7;
  sum = sum * x + 2.7557319223985893e-6;
  sum = sum * x + 2.48015873015873e-5;
  sum = sum * x + 0.0001984126984126984;
  sum = sum * x + 0.001388888888888889;
  sum = sum * x + 0.008333333333333333;
  sum = sum * x + 0.041666666666666664;
  sum = sum * x + 0.16666666666666666;
  sum = sum * x + 0.5;
  return x + x * x * sum;
}
