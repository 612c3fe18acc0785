import { exp } from '../elementary/exp';
import { log } from '../elementary/log';
import { devianceTerm } from '../special/devianceTerm';
import { stirlingError } from '../special/stirlingError';
import type { RandomStream } from './randomStream';

/** Where inversion ends and transformed rejection, valid from here, begins. */
const leastMeanForRejection = 10;

/** Below a mean of 10 a Poisson count passes this with probability under 1e-70: only by a rounding error of the sum. */
const mostByInversion = 130;

const halfLogTwoPi = 0.9189385332046728;

/**
 * One draw from the Poisson distribution. Exact up to the resolution of the uniform numbers (2^-53), and one draw
 * whatever the mean.
 *
 * Formula: inversion for a mean below 10, transformed rejection with squeeze (PTRS) from there, its acceptance test by
 * saddle-point masses.
 * Source: Hörmann, The Transformed Rejection Method for Generating Poisson Random Variables, Insurance: Mathematics
 * and Economics 12, 1993, 39-45.
 * Range: 0 <= mean <= 10^12. Throws RangeError elsewhere.
 */
export function samplePoisson(stream: RandomStream, mean: number): number {
  if (!(mean >= 0 && mean <= 1e12)) {
    throw new RangeError(`The mean of a Poisson distribution is from 0 to 10^12, not ${mean}.`);
  }
  if (mean === 0) return 0;
  return mean < leastMeanForRejection
    ? sampleByInversion(stream, mean)
    : sampleByRejection(stream, mean);
}

function sampleByInversion(stream: RandomStream, mean: number): number {
  const massAtZero = exp(-mean);
  for (;;) {
    let left = stream.nextUnit();
    let mass = massAtZero;
    for (let k = 0; k <= mostByInversion; k += 1) {
      if (left < mass) return k;
      left -= mass;
      mass *= mean / (k + 1);
    }
  }
}

/** PTRS; names as in Hörmann's paper where they have one. */
function sampleByRejection(stream: RandomStream, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = stream.nextUnit() - 0.5;
    const v = stream.nextUnit();
    const fromEdge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / fromEdge + b) * u + mean + 0.43);
    if (fromEdge >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (fromEdge < 0.013 && v > fromEdge)) continue;
    const height = log((v * inverseAlpha) / (a / (fromEdge * fromEdge) + b));
    if (height <= logMass(k, mean)) return k;
  }
}

function logMass(k: number, mean: number): number {
  if (k === 0) return -mean;
  return -stirlingError(k) - devianceTerm(k, mean) - halfLogTwoPi - 0.5 * log(k);
}
