import { log } from '../elementary/log';
import type { RandomStream } from './randomStream';

/**
 * One draw from the exponential distribution. Exact up to the resolution of the uniform numbers (2^-53), so never
 * above 36.8 times the mean.
 *
 * Formula: inversion, -mean · ln(1 - u).
 * Shape: `mean` is 1 / rate, in the unit of the result.
 * Range: 0 <= mean < Infinity. Throws RangeError elsewhere.
 */
export function sampleExponential(stream: RandomStream, mean: number): number {
  if (!(mean >= 0 && mean < Infinity)) {
    throw new RangeError(`The mean of an exponential distribution is at least 0, not ${mean}.`);
  }
  return mean * -log(1 - stream.nextUnit());
}
