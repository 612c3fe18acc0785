import { logBinomialMassRatio } from '../distributions/logBinomialMassRatio';
import { exp } from '../elementary/exp';
import { log } from '../elementary/log';
import { log1p } from '../elementary/log1p';
import type { RandomStream } from './randomStream';

/** Where inversion ends and transformed rejection, valid from here, begins. */
const leastMeanForRejection = 10;

/** Below a mean of 10 a binomial count passes this with probability under 1e-70: only by a rounding error of the sum. */
const mostByInversion = 130;

/**
 * One draw from the binomial distribution: successes among `trials`, each with `probability`. Exact up
 * to the resolution of the uniform numbers (2^-53), and one draw whatever the number of trials.
 *
 * Formula: inversion (BINV) for trials · min(p, 1 - p) < 10, transformed rejection with squeeze (BTRS)
 * from there; the acceptance test uses bounds and, where they do not decide, saddle-point masses. Only + - × ÷, square root and the kernel's
 * own exp and log, so that a draw is the same on every host.
 * Source: Kachitvichyanukul and Schmeiser 1988 (BINV); Hörmann, The Generation of Binomial Random
 * Variates, Journal of Statistical Computation and Simulation 46, 1993 (BTRS).
 * Range: whole 0 <= trials <= 10^12, 0 <= probability <= 1. Throws RangeError elsewhere.
 */
export function sampleBinomial(stream: RandomStream, trials: number, probability: number): number {
  if (!(Number.isInteger(trials) && trials >= 0 && trials <= 1e12)) {
    throw new RangeError(`Trials must be a whole number from 0 to 10^12, not ${trials}.`);
  }
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`A probability is from 0 to 1, not ${probability}.`);
  }
  if (trials === 0 || probability === 0) return 0;
  if (probability === 1) return trials;
  // 1 - p is exact for p >= 1/2.
  if (probability > 0.5) return trials - sampleLowerHalf(stream, trials, 1 - probability);
  return sampleLowerHalf(stream, trials, probability);
}

function sampleLowerHalf(stream: RandomStream, n: number, p: number): number {
  return n * p < leastMeanForRejection
    ? sampleByInversion(stream, n, p)
    : sampleByRejection(stream, n, p);
}

function sampleByInversion(stream: RandomStream, n: number, p: number): number {
  const odds = p / (1 - p);
  const massAtZero = exp(n * log1p(-p));
  const most = Math.min(n, mostByInversion);
  for (;;) {
    let left = stream.nextUnit();
    let mass = massAtZero;
    for (let k = 0; k <= most; k += 1) {
      if (left < mass) return k;
      left -= mass;
      mass *= ((n - k) / (k + 1)) * odds;
    }
  }
}

/**
 * ln(P(X = mode ± distance) / P(X = mode)) is within `margin` of `middle`: decides most cases without
 * logarithms. Holds for a distance above 20 and below half the variance less 1.
 * Source: Kachitvichyanukul and Schmeiser, Communications of the ACM 31, 1988, step 5.2 of BTPE.
 */
export function massRatioBounds(
  distance: number,
  variance: number,
): { readonly middle: number; readonly margin: number } {
  const inner = ((distance / 3 + 0.625) * distance + 1 / 6) / variance + 0.5;
  return {
    middle: (-distance * distance) / (2 * variance),
    margin: (distance / variance) * inner,
  };
}

/** BTRS; names as in Hörmann's paper where they have one. */
function sampleByRejection(stream: RandomStream, n: number, p: number): number {
  const variance = n * p * (1 - p);
  const spread = Math.sqrt(variance);
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  for (;;) {
    const v = stream.nextUnit();
    const u = stream.nextUnit() - 0.5;
    const fromEdge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / fromEdge + b) * u + centre);
    if (fromEdge >= 0.07 && v <= squeeze) return k;
    if (k < 0 || k > n) continue;
    const alpha = (2.83 + 5.1 / b) * spread;
    const height = log((v * alpha) / (a / (fromEdge * fromEdge) + b));
    const mode = Math.floor((n + 1) * p);
    const distance = Math.abs(k - mode);
    if (distance > 20 && distance < 0.5 * variance - 1) {
      const { middle, margin } = massRatioBounds(distance, variance);
      if (height < middle - margin) return k;
      if (height > middle + margin) continue;
    }
    if (height <= logBinomialMassRatio(k, mode, n, p)) return k;
  }
}
