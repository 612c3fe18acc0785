import { exponentOf } from './exponentOf';
import { logSeries } from './logSeries';
import { scaleByPowerOfTwo } from './scaleByPowerOfTwo';

/** ln 2 in two parts: the first has 32 bits, so that an exponent times it is exact. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/**
 * Natural logarithm, the same in the last bit on every host (`Math.log` is left to the engine by ECMA-262).
 *
 * Formula: x = 2^k (1 + f) with 1 + f between √½ and √2; ln x = k ln 2 + ln(1 + f);
 * ln(1 + f) = 2 artanh(f / (2 + f)) by its series, arranged as f - (f²/2 - s (f²/2 + R)) so that the
 * exact f carries the result.
 * Source: Muller, Elementary Functions, 3rd edition 2016, chapters 3 and 11.
 * Range: all numbers; NaN below 0, -Infinity at 0. Accuracy reached: below 0.9 ulp (against 50 digits,
 * test/fixtures/stats/kernel.json).
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  if (x < 2.2250738585072014e-308) return logOfNormal(x * 18014398509481984, -54);
  return logOfNormal(x, 0);
}

/** ln(x · 2^exponent) for a normal number x. */
function logOfNormal(x: number, exponent: number): number {
  let k = exponentOf(x);
  let mantissa = scaleByPowerOfTwo(x, -k);
  k += exponent;
  if (mantissa > Math.SQRT2) {
    mantissa *= 0.5;
    k += 1;
  }
  const f = mantissa - 1;
  const s = f / (2 + f);
  const halfSquare = 0.5 * f * f;
  const correction = s * (halfSquare + logSeries(s)) + k * ln2Low;
  return k * ln2High - (halfSquare - correction - f);
}
