import { exp } from '../elementary/exp';
import type { RandomStream } from './randomStream';
import { sampleLogGamma } from './sampleLogGamma';

/**
 * One draw from the beta distribution with shapes a and b. Exact up to the resolution of the uniform numbers (2^-53).
 *
 * Formula: X / (X + Y) of two gamma draws, by their logarithms, so that small shapes do not give 0 / 0.
 * Source: Devroye, Non-Uniform Random Variate Generation, 1986, theorem IX.3.1.
 * Range: a and b positive and finite. Throws RangeError elsewhere.
 */
export function sampleBeta(stream: RandomStream, a: number, b: number): number {
  if (!(a > 0 && a < Infinity) || !(b > 0 && b < Infinity)) {
    throw new RangeError(`No beta distribution has shapes ${a} and ${b}.`);
  }
  const logX = sampleLogGamma(stream, a);
  const logY = sampleLogGamma(stream, b);
  return 1 / (1 + exp(logY - logX));
}
