import { exp } from '../elementary/exp';
import { expm1 } from '../elementary/expm1';
import { log1p } from '../elementary/log1p';
import { betaFraction } from './betaFraction';
import { decayLength } from './decayLength';
import type { DirectTail } from './directTail';
import { gaussLegendre } from './gaussLegendre';
import { logBetaFactor } from './logBetaFactor';

/** From here up the integrand is near enough to a normal density for one panel of Gauss-Legendre nodes. */
const leastForQuadrature = 30;

/**
 * The regularised incomplete beta function I_x(a, b) or, beyond the mean, its complement, directly.
 *
 * Formula: x^a y^b / B(a, b) in saddle-point form, times a continued fraction or, for large a and b, the
 * integral of the density of ln(x / y) over its value at x, by Gauss-Legendre nodes: its time does not grow
 * with a and b.
 * Source: DiDonato and Morris, ACM Transactions on Mathematical Software 18, 1992, 360-373 (fraction);
 * Loader 2000 (factor); the integral is our own.
 * Shape: `y` is 1 - x, given apart so that neither loses digits when the other is close to 1.
 * Range: 0 < x < 1, a and b from 0.01 to 10^9. Accuracy reached: see `betaCdf`.
 */
export function betaTail(x: number, y: number, a: number, b: number): DirectTail {
  const logFactor = logBetaFactor(x, y, a, b);
  return a * y >= b * x
    ? { side: 'lower', logFactor, multiplier: tailOverDensity(x, y, a, b) }
    : { side: 'upper', logFactor, multiplier: tailOverDensity(y, x, b, a) };
}

function tailOverDensity(x: number, y: number, a: number, b: number): number {
  return Math.min(a, b) < leastForQuadrature ? betaFraction(x, y, a, b) : integral(x, y, a, b);
}

/** ∫ e^(-g(r)) dr over r >= 0 with g(r) = a r + n ln(y + x e^-r), r how far ln(x / y) lies below its bound. */
function integral(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  // Two ways to write g; the one with the smaller parts loses fewer digits where they cancel.
  const g =
    x < y
      ? (r: number) => a * r + n * log1p(x * expm1(-r))
      : (r: number) => n * log1p(y * expm1(r)) - b * r;
  const range = decayLength(a * y - b * x, n * x * y, (r) => {
    const left = x * exp(-r);
    return [g(r), a - (n * left) / (y + left)];
  });
  return gaussLegendre((r) => exp(-g(r)), 0, range);
}
