import type { RandomStream } from './randomStream';
import { sampleGamma } from './sampleGamma';
import { samplePoisson } from './samplePoisson';

/**
 * One draw from the negative binomial distribution, given by its size and mean: variance mean + mean² / size. Exact up
 * to the resolution of the uniform numbers (2^-53).
 *
 * Formula: a Poisson draw whose mean is a gamma draw with shape `size` and mean `mean`.
 * Source: Johnson, Kemp and Kotz, Univariate Discrete Distributions, 3rd edition 2005, section 5.3.
 * Range: 0 < size < Infinity, 0 <= mean <= 10^10, mean / size <= 10^10, so that no gamma draw leaves the range of
 * `samplePoisson`. Throws RangeError elsewhere.
 */
export function sampleNegativeBinomial(stream: RandomStream, size: number, mean: number): number {
  const scale = mean / size;
  if (!(size > 0 && size < Infinity) || !(mean >= 0 && mean <= 1e10) || !(scale <= 1e10)) {
    throw new RangeError(`No negative binomial distribution has size ${size} and mean ${mean}.`);
  }
  return samplePoisson(stream, sampleGamma(stream, size, scale));
}
