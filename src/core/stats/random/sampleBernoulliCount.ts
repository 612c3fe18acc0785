import type { RandomStream } from './randomStream';

/**
 * How many of `units` succeed, each drawn by itself: 32 units at a time, whose uniform numbers are compared with the
 * probability bit by bit from the highest until all 32 are decided, some 6 random words for 32 units.
 *
 * Exact for the probability rounded down to a multiple of 2^-53. Differs from one binomial draw in that every unit has its own
 * outcome, at about the price of a fifth of a random word.
 * Range: whole units >= 0, 0 <= probability <= 1. Throws RangeError elsewhere.
 */
export function sampleBernoulliCount(
  stream: RandomStream,
  units: number,
  probability: number,
): number {
  if (!(Number.isInteger(units) && units >= 0)) {
    throw new RangeError(`Units must be a whole number from 0, not ${units}.`);
  }
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`A probability is from 0 to 1, not ${probability}.`);
  }
  if (probability === 0) return 0;
  if (probability === 1) return units;
  return stream.countBelow(units, bitsOf(probability));
}

const mostBits = 53;

let known = { probability: NaN, bits: new Int32Array(0) };

/** Binary digits after the point as masks (0 or all ones), up to the last that is set. */
function bitsOf(probability: number): Int32Array {
  if (known.probability === probability) return known.bits;
  const bits = new Int32Array(mostBits);
  let left = probability;
  let last = 0;
  for (let i = 0; i < mostBits; i += 1) {
    left *= 2;
    if (left < 1) continue;
    bits[i] = -1;
    left -= 1;
    last = i;
  }
  known = { probability, bits: bits.slice(0, last + 1) };
  return known.bits;
}
