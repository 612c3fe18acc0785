import { exp } from '../elementary/exp';
import { log } from '../elementary/log';
import { betaTail } from '../special/betaTail';
import { tailOf } from '../special/directTail';
import { logBeta } from '../special/logBeta';
import { normalUpperTail } from './normalUpperTail';

/** Above it, t² could overflow; the series for the tail has only one term left long before. */
const farOut = 1e140;

/**
 * P(T > t) of Student's t distribution, computed directly for t > 0.
 *
 * Formula: ½ I_x(df/2, ½) with x = df / (df + t²).
 * Source: Abramowitz and Stegun 26.7.1.
 * Shape: `df` is the degrees of freedom, need not be whole; Infinity gives the normal distribution.
 * Range: all t, 0 < df (NaN elsewhere). Accuracy reached: 1e-13 relative up to df = 10^7, 1e-12 down to 1e-300.
 */
export function tUpperTail(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return NaN;
  if (df > 1e20) return normalUpperTail(t);
  if (t < 0) return 1 - tUpperTail(-t, df);
  if (t === 0) return 0.5;
  if (t > farOut) return farTail(t, df / 2);
  const square = t * t;
  if (square === 0) return 0.5;
  const sum = df + square;
  return 0.5 * tailOf(betaTail(df / sum, square / sum, df / 2, 0.5), 'lower');
}

/** ½ (df / t²)^a / (a B(a, ½)) with a = df / 2. */
function farTail(t: number, a: number): number {
  if (t === Infinity) return 0;
  return 0.5 * exp(a * (log(2 * a) - 2 * log(t)) - log(a) - logBeta(a, 0.5));
}
