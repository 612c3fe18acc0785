import { exp } from '../elementary/exp';
import { expm1 } from '../elementary/expm1';
import { log } from '../elementary/log';
import { gaussLegendre } from '../special/gaussLegendre';
import { scaledErfc } from '../special/scaledErfc';
import { stirlingError } from '../special/stirlingError';
import { normalCdf } from './normalCdf';
import { tCdf } from './tCdf';

/** By how much the integrand's logarithm has fallen where integration ends. */
const negligible = 40;

/**
 * P(T <= t) of the noncentral t distribution: T = (Z + ncp) / S with Z standard normal and S² chi-square over its
 * degrees of freedom. Computed directly, whichever tail it is; `noncentralTUpperTail` is the other.
 *
 * Formula: E[Φ(t S - ncp)], an integral over u = ln S by Gauss-Legendre panels. The panels lie about the
 * integrand's one mode and grow in width away from the step of Φ and from u = 0.
 * Source: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2, 1995, chapter 31; the panels
 * are our own.
 * Shape: `df` is the degrees of freedom, need not be whole; `ncp` the noncentrality parameter.
 * Range: all t and ncp, 0 < df (NaN elsewhere; Infinity gives the normal distribution). Accuracy reached:
 * 1e-12 relative down to 1e-15 and far below, for df up to 10^7 and |ncp| up to 100.
 */
export function noncentralTCdf(t: number, df: number, ncp: number): number {
  if (!(df > 0) || Number.isNaN(t) || Number.isNaN(ncp)) return NaN;
  if (ncp === 0) return tCdf(t, df);
  if (t === Infinity || ncp === -Infinity) return 1;
  if (t === -Infinity || ncp === Infinity) return 0;
  if (t === 0) return normalCdf(-ncp);
  if (df > 1e20) return normalCdf(t - ncp);
  const logIntegrand = (u: number): number =>
    -0.5 * df * (expm1(2 * u) - 2 * u) + logNormalCdf(t * exp(u) - ncp);
  const mode = modeOf(t, df, ncp);
  const top = logIntegrand(mode.at);
  const low = endOf(logIntegrand, mode.at, top, -mode.width);
  const high = endOf(logIntegrand, mode.at, top, mode.width);
  const integrand = (u: number): number => exp(logIntegrand(u) - top);
  let sum = 0;
  let left = low;
  for (const right of [...breaks(t, ncp, low, mode.at, high), high]) {
    sum += gaussLegendre(integrand, left, right);
    left = right;
  }
  const halfDf = 0.5 * df;
  return Math.min(
    1,
    sum * 2 * Math.sqrt(halfDf / (2 * Math.PI)) * exp(top - stirlingError(halfDf)),
  );
}

function logNormalCdf(z: number): number {
  if (z > 6) return -normalCdf(-z);
  return z > 0 ? log(normalCdf(z)) : log(0.5 * scaledErfc(-z * Math.SQRT1_2)) - 0.5 * z * z;
}

/** φ(z) / Φ(z). */
function inverseMills(z: number): number {
  if (z < 0) return 0.7978845608028654 / scaledErfc(-z * Math.SQRT1_2);
  return (0.3989422804014327 * exp(-0.5 * z * z)) / normalCdf(z);
}

/** Near the integrand's mode: a few of Newton's steps are enough for placing panels. */
function modeOf(
  t: number,
  df: number,
  ncp: number,
): { readonly at: number; readonly width: number } {
  const square = df + t * t;
  const saddle = (t * ncp + Math.sqrt(t * ncp * t * ncp + 4 * df * square)) / (2 * square);
  let u = t < ncp ? log(saddle) : 0;
  let curvature = 2 * df;
  for (let i = 0; i < 6; i += 1) {
    const s = exp(u);
    const z = t * s - ncp;
    const mills = inverseMills(z);
    const slope = df * (s - 1 / s) - t * mills;
    const rise = df * (s + 1 / s) + t * t * s * mills * (z + mills);
    curvature = s * rise;
    const step = slope / rise;
    u -= Math.max(-1, Math.min(1, step));
    if (Math.abs(step) * Math.sqrt(curvature) < 0.05) break;
  }
  return { at: u, width: 9 / Math.sqrt(curvature) };
}

/** Where the integrand's logarithm has fallen by about `negligible`, away from the mode in the direction of `width`. */
function endOf(f: (u: number) => number, mode: number, top: number, width: number): number {
  let inner = 0;
  let outer = width;
  while (top - f(mode + outer) < negligible) {
    inner = outer;
    outer *= 1.5;
  }
  while (Math.abs(outer - inner) > 0.15 * Math.abs(outer)) {
    const middle = 0.5 * (inner + outer);
    if (top - f(mode + middle) < negligible) inner = middle;
    else outer = middle;
  }
  return mode + outer;
}

/** The mode, and places at growing distances from where the integrand changes fastest. */
function breaks(t: number, ncp: number, low: number, mode: number, high: number): number[] {
  const places = [mode];
  const grade = (centre: number, unit: number): void => {
    for (let d = unit; d < high - low; d *= 3) places.push(centre - d, centre + d);
  };
  grade(0, 2);
  if (t * ncp > 0) grade(log(ncp / t), 4 / Math.max(1, Math.abs(ncp)));
  return places.filter((place) => place > low && place < high).sort((a, b) => a - b);
}
