import type { RandomStream } from './randomStream';

/**
 * One draw from the Bernoulli distribution: true with `probability`, rounded to a multiple of 2^-53.
 *
 * Range: 0 <= probability <= 1. Throws RangeError elsewhere.
 */
export function sampleBernoulli(stream: RandomStream, probability: number): boolean {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`A probability is from 0 to 1, not ${probability}.`);
  }
  return stream.nextUnit() < probability;
}
