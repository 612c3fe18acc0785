import { log } from '../elementary/log';
import type { RandomStream } from './randomStream';
import { sampleStandardGamma } from './sampleStandardGamma';

/**
 * Natural logarithm of one draw from the gamma distribution with scale 1: does not underflow for small shapes.
 *
 * Formula: below a shape of 1 a draw with shape + 1 times U^(1/shape).
 * Source: Marsaglia and Tsang 2000, section 6.
 * Range: 0 < shape < Infinity.
 */
export function sampleLogGamma(stream: RandomStream, shape: number): number {
  if (shape >= 1) return log(sampleStandardGamma(stream, shape));
  return log(sampleStandardGamma(stream, shape + 1)) + log(1 - stream.nextUnit()) / shape;
}
