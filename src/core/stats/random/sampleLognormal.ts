import { exp } from '../elementary/exp';
import type { RandomStream } from './randomStream';
import { sampleNormal } from './sampleNormal';

/**
 * One draw from the lognormal distribution: e^(logMean + logStandardDeviation · Z).
 *
 * Shape: `logMean` and `logStandardDeviation` are those of the logarithm; the mean of the draw itself is
 * e^(logMean + logStandardDeviation² / 2).
 * Range: finite logMean, logStandardDeviation >= 0. Throws RangeError elsewhere.
 */
export function sampleLognormal(
  stream: RandomStream,
  logMean: number,
  logStandardDeviation: number,
): number {
  if (
    !Number.isFinite(logMean) ||
    !(logStandardDeviation >= 0 && logStandardDeviation < Infinity)
  ) {
    throw new RangeError(`No lognormal distribution has ${logMean} and ${logStandardDeviation}.`);
  }
  return exp(logMean + logStandardDeviation * sampleNormal(stream));
}
