import { exp } from '../elementary/exp';
import { expm1Remainder } from '../elementary/expm1Remainder';
import { log } from '../elementary/log';
import { scaledErfc } from '../special/scaledErfc';
import { stirlingError } from '../special/stirlingError';
import { normalCdf } from './normalCdf';
import { tCdf } from './tCdf';

/** Terms below this share of their sum are left out. */
const negligible = 1e-17;

/** Beyond it the tail falls as a power of t, and t² would overflow. */
const farOut = 1e100;

/** A logarithm below that of every number. */
const underflow = -800;

/** Below it the density of ln S falls so slowly to the left that the nodes are spread out there. */
const leastForEvenNodes = 20;

/**
 * P(T <= t) of the noncentral t distribution: T = (Z + ncp) / S with Z standard normal and S² chi-square over its
 * degrees of freedom. Computed directly, whichever tail it is; `noncentralTUpperTail` is the other.
 *
 * Formula: E[Φ(t S - ncp)], an integral over u = ln S by the trapezoidal rule, outwards from the integrand's one mode.
 * The integrand is analytic, so the rule's error falls exponentially with the step, which is chosen by the largest
 * curvature that the logarithm of the integrand can have. For few degrees of freedom u = v - e^(w - v), v even.
 * Source: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2, 1995, chapter 31; Trefethen and
 * Weideman, The Exponentially Convergent Trapezoidal Rule, SIAM Review 56, 2014, 385-458.
 * Shape: `df` is the degrees of freedom, need not be whole; `ncp` the noncentrality parameter.
 * Range: all t and ncp, 0 < df (NaN elsewhere; Infinity gives the normal distribution). Accuracy reached:
 * 2e-12 relative (2e-13 in the body) down to 1e-15 and far below, for df from 1 to 10^7 and |ncp| up to 50. Time grows with |ncp| above that.
 */
export function noncentralTCdf(t: number, df: number, ncp: number): number {
  if (!(df > 0) || Number.isNaN(t) || Number.isNaN(ncp)) return NaN;
  if (ncp === 0) return tCdf(t, df);
  if (t === Infinity || ncp === -Infinity) return t === Infinity && ncp === Infinity ? NaN : 1;
  if (t === -Infinity || ncp === Infinity) return 0;
  if (t === 0) return normalCdf(-ncp);
  if (df > 1e20) return normalCdf(t - ncp);
  if (t < -farOut) return noncentralTCdf(-farOut, df, ncp) * exp(df * (log(farOut) - log(-t)));
  if (t > farOut) return 1 - noncentralTCdf(-t, df, -ncp);
  // For an effect beyond all doubt the integrand is a step that takes many nodes; the other tail says that it is 1.
  if (Math.abs(ncp) > 30 && logIntegrand(modeOf(-t, df, -ncp), -t, df, -ncp) < -60) return 1;
  return integral(t, df, ncp);
}

function integral(t: number, df: number, ncp: number): number {
  const mode = modeOf(t, df, ncp);
  const top = logIntegrand(mode, t, df, ncp);
  if (top < underflow) return 0;
  const step = stepOf(mode, t, df, ncp);
  const turn = df < leastForEvenNodes ? turnOf(mode, t, ncp) : -Infinity;
  const start = mode + exp(turn - mode);
  let sum = 0;
  for (const direction of [step, -step]) {
    const first = direction > 0 ? start : start - step;
    const decay = exp(-direction);
    // e^(turn - v), from node to node; 0 where nodes are even.
    let spread = exp(turn - first);
    for (let v = first; ; v += direction) {
      const term = integrand(v - spread, { t, df, ncp, top }) * (1 + spread);
      sum += term;
      if (!(term >= negligible * sum)) break;
      spread *= decay;
    }
  }
  const halfDf = 0.5 * df;
  const factor = Math.sqrt((2 * halfDf) / Math.PI) * exp(top - stirlingError(halfDf));
  return Math.min(1, step * sum * factor);
}

interface Integrand {
  readonly t: number;
  readonly df: number;
  readonly ncp: number;
  /** Logarithm of what it is to be divided by. */
  readonly top: number;
}

/** The integrand whose logarithm is `logIntegrand`, over e^top: an exponential less than by way of it. */
function integrand(u: number, { t, df, ncp, top }: Integrand): number {
  const exponent = -0.5 * df * expm1Remainder(2 * u) - top;
  const z = t * exp(u) - ncp;
  if (z <= 0) return 0.5 * scaledErfc(-z * Math.SQRT1_2) * exp(exponent - 0.5 * z * z);
  const missing = z > 9 ? 0 : 0.5 * scaledErfc(z * Math.SQRT1_2) * exp(-0.5 * z * z);
  return (1 - missing) * exp(exponent);
}

/** ln of the density of ln S, over its value at S = 1, times Φ(t S - ncp), at S = e^u. */
function logIntegrand(u: number, t: number, df: number, ncp: number): number {
  return -0.5 * df * expm1Remainder(2 * u) + logNormalCdf(t * exp(u) - ncp);
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

/** Near the integrand's mode: a few of Newton's steps are enough for a place to start from. */
function modeOf(t: number, df: number, ncp: number): number {
  const square = df + t * t;
  const saddle = (t * ncp + Math.sqrt(t * ncp * t * ncp + 4 * df * square)) / (2 * square);
  let u = t < ncp ? log(saddle) : 0;
  for (let i = 0; i < 6; i += 1) {
    const s = exp(u);
    const z = t * s - ncp;
    const mills = inverseMills(z);
    const slope = df * (s - 1 / s) - t * mills;
    const rise = df * (s + 1 / s) + t * t * s * mills * (z + mills);
    const step = slope / rise;
    u -= Math.max(-1, Math.min(1, step));
    if (step * step * s * rise < 0.1) break;
  }
  return u;
}

/** The step in u: half the standard deviation that belongs to the largest curvature, at most 0.08. */
function stepOf(mode: number, t: number, df: number, ncp: number): number {
  const s = exp(mode);
  const ofNormal = t * ncp > 0 ? ncp * ncp : 2 * t * t * s * s + Math.abs(t * ncp) * s;
  return Math.min(0.08, 0.5 / Math.sqrt(df * (1 + s * s) + ofNormal));
}

/** Left of it, and of everything the integrand does but decay, the nodes spread out. */
function turnOf(mode: number, t: number, ncp: number): number {
  const step = t * ncp > 0 ? log(ncp / t) : 0;
  return Math.min(mode, step, 0) - 1.5;
}
