import { exp } from '../elementary/exp';
import type { RandomStream } from './randomStream';
import { sampleLogGamma } from './sampleLogGamma';
import { sampleStandardGamma } from './sampleStandardGamma';

/**
 * One draw from the gamma distribution with mean shape · scale and variance shape · scale². Exact up to the resolution
 * of the uniform numbers (2^-53).
 *
 * Formula and source: as `sampleStandardGamma` and `sampleLogGamma`.
 * Range: 0 < shape < Infinity, 0 <= scale < Infinity. Throws RangeError elsewhere.
 */
export function sampleGamma(stream: RandomStream, shape: number, scale: number): number {
  if (!(shape > 0 && shape < Infinity) || !(scale >= 0 && scale < Infinity)) {
    throw new RangeError(`No gamma distribution has shape ${shape} and scale ${scale}.`);
  }
  if (shape >= 1) return scale * sampleStandardGamma(stream, shape);
  return scale * exp(sampleLogGamma(stream, shape));
}
