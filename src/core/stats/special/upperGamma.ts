import { exp } from '../elementary/exp';
import { devianceTerm } from './devianceTerm';
import { stirlingError } from './stirlingError';

/** 2^-54. */
const tolerance = 5.551115123125783e-17;
const mostSteps = 100_000;

/**
 * Regularised upper incomplete gamma function, Q(a, x) = 1/Γ(a) ∫ₓ^∞ t^(a-1) e^(-t) dt, computed
 * directly, so that a small Q keeps its digits.
 *
 * Formula: for x >= a + 1 the continued fraction by Lentz's method, else 1 minus the series of the
 * lower function; both times x^a e^(-x) / Γ(a + 1) in saddle-point form.
 * Source: Abramowitz and Stegun 6.5.29 and 6.5.31; Loader 2000 for the factor.
 * Range: 0 < a <= 10^6, x >= 0. Accuracy reached: 1e-13 relative for a up to 10^4.
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return NaN;
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  const factor = exp(-stirlingError(a) - devianceTerm(a, x)) / Math.sqrt(2 * Math.PI * a);
  return x < a + 1 ? 1 - factor * lowerSeries(a, x) : factor * a * continuedFraction(a, x);
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + ... */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= mostSteps; n += 1) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * tolerance) break;
  }
  return sum;
}

/** 1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - ...))). */
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n <= mostSteps; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < tolerance * 4) break;
  }
  return fraction;
}
