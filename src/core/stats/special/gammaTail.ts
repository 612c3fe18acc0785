import { exp } from '../elementary/exp';
import { expm1Remainder } from '../elementary/expm1Remainder';
import { log } from '../elementary/log';
import { decayLength } from './decayLength';
import { devianceTerm } from './devianceTerm';
import type { DirectTail } from './directTail';
import { gaussLegendre } from './gaussLegendre';
import { stirlingError } from './stirlingError';

const logTwoPi = 1.8378770664093453;

/** 2^-54. */
const tolerance = 5.551115123125783e-17;
const mostSteps = 100_000;

/** From here up the integrand is near enough to a normal density for one panel of Gauss-Legendre nodes. */
const leastForQuadrature = 30;

/**
 * The regularised incomplete gamma function P(a, x) or, beyond the mean, its complement Q(a, x), directly.
 *
 * Formula: x^a e^(-x) / Γ(a) in saddle-point form, times: a series (lower) or a continued fraction by Lentz's
 * method (upper) for a < 30; for larger a the integral of the density of ln x over its value at x, by
 * Gauss-Legendre nodes: its time does not grow with a.
 * Source: Abramowitz and Stegun 6.5.29 and 6.5.31; Loader 2000 (factor); the integral is our own.
 * Range: 0 < x < Infinity, a from 0.01 to 10^9. Accuracy reached: see `gammaCdf`.
 */
export function gammaTail(a: number, x: number): DirectTail {
  const logFactor = -stirlingError(a) - devianceTerm(a, x) + 0.5 * (log(a) - logTwoPi);
  if (a < leastForQuadrature) {
    return x < a + 1
      ? { side: 'lower', logFactor, multiplier: lowerSeries(a, x) / a }
      : { side: 'upper', logFactor, multiplier: upperFraction(a, x) };
  }
  return x < a
    ? { side: 'lower', logFactor, multiplier: lowerIntegral(a, x) }
    : { side: 'upper', logFactor, multiplier: upperIntegral(a, x) };
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
function upperFraction(a: number, x: number): number {
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

/** ∫ e^(-g(r)) dr over r >= 0 with g(r) = a r - x (1 - e^-r), r how far ln x lies below its bound. */
function lowerIntegral(a: number, x: number): number {
  const g = (r: number): number => (a - x) * r + x * expm1Remainder(-r);
  const range = decayLength(a - x, x, (r) => [g(r), a - x * exp(-r)]);
  return gaussLegendre((r) => exp(-g(r)), 0, range);
}

/** ∫ e^(-g(r)) dr over r >= 0 with g(r) = x (e^r - 1) - a r, r how far ln x lies above its bound. */
function upperIntegral(a: number, x: number): number {
  const g = (r: number): number => (x - a) * r + x * expm1Remainder(r);
  const range = decayLength(x - a, x, (r) => [g(r), x * exp(r) - a]);
  return gaussLegendre((r) => exp(-g(r)), 0, range);
}
