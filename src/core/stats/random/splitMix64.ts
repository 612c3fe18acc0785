const mask = (1n << 64n) - 1n;

/** The golden ratio in 64 bits: how far the counter moves at each step. */
const increment = 0x9e3779b97f4a7c15n;

/**
 * SplitMix64: a counter and a mixing function. Used to seed, not to draw.
 *
 * Shape: takes the 64-bit state, gives the first `count` outputs, each 0 to 2^64 - 1.
 * Source: Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014; Vigna's
 * public-domain reference splitmix64.c.
 */
export function splitMix64(state: bigint, count: number): readonly bigint[] {
  const outputs: bigint[] = [];
  let counter = state & mask;
  for (let i = 0; i < count; i += 1) {
    counter = (counter + increment) & mask;
    let z = counter;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
    outputs.push(z ^ (z >> 31n));
  }
  return outputs;
}
