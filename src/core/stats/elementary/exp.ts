import { scaleByPowerOfTwo } from './scaleByPowerOfTwo';

/** ln 2 in two parts: the first has 32 bits, so that a whole number up to 2^21 times it is exact. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** Above it the result is infinite, below the other it rounds to 0. */
const overflow = 709.782712893384;
const underflow = -745.1332191019412;

/**
 * e^x, the same in the last bit on every host (`Math.exp` is left to the engine by ECMA-262).
 *
 * Formula: x = k ln 2 + r with |r| <= ln 2 / 2; e^x = 2^k e^r; e^r by its Taylor series to the 13th
 * power, whose remainder is below 2^-57.
 * Source: argument reduction in two parts after Cody and Waite, Software Manual for the Elementary
 * Functions, 1980, chapter 6.
 * Range: all numbers. Accuracy reached: below 0.9 ulp (against 50 digits, test/fixtures/stats/kernel.json).
 */
export function exp(x: number): number {
  if (x > overflow) return Infinity;
  if (x < underflow) return 0;
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const high = x - k * ln2High;
  const low = k * ln2Low;
  const r = high - low;
  const lost = high - r - low;
  return scaleByPowerOfTwo(1 + (r + (r * r * taylorTail(r) + lost)), k);
}

/** (e^r - 1 - r) / r². */
function taylorTail(r: number): number {
  let sum = 1.6059043836821613e-10;
  sum = sum * r + 2.08767569878681e-9;
  sum = sum * r + 2.505210838544172e-8;
  sum = sum * r + 2.755731922398589e-7;
  sum = sum * r + 2.7557319223985893e-6;
  sum = sum * r + 2.48015873015873e-5;
  sum = sum * r + 0.0001984126984126984;
  sum = sum * r + 0.001388888888888889;
  sum = sum * r + 0.008333333333333333;
  sum = sum * r + 0.041666666666666664;
  sum = sum * r + 0.16666666666666666;
  return sum * r + 0.5;
}
