import { splitMix64 } from './splitMix64';

/** Blocks are numbered below this; see `RandomStream.ofBlock`. */
export const mostBlocks = 1 << 20;

/**
 * A stream of uniform random numbers: xoshiro128**, period 2^128 - 1.
 *
 * Source: Blackman and Vigna, Scrambled Linear Pseudorandom Number Generators, ACM Transactions on
 * Mathematical Software 47, 2021; known answers in test/fixtures/stats/reference.json.
 */
export class RandomStream {
  readonly #state: Int32Array;

  /** Starts from a state of four 32-bit words, not all zero. */
  constructor(state: readonly [number, number, number, number]) {
    if (state.every((word) => word === 0)) throw new RangeError('The state must not be all zero.');
    this.#state = Int32Array.from(state);
  }

  /**
   * The stream of one block of replications of a run: a function of (seed, block) alone, so that a
   * result does not depend on who computes which block, or when.
   *
   * SplitMix64 is started at seed · 2^32 + block and its first four outputs give the four words (upper
   * halves). For blocks below 2^20 no two (seed, block) pairs share any of those outputs' counters:
   * that needs two starts 1, 2 or 3 increments apart, and those differ in their lower half by at least
   * 23 million. Two streams of 10^6 blocks with 10^7 draws each then overlap with probability below 10^-19.
   */
  static ofBlock(seed: number, block: number): RandomStream {
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
      throw new RangeError('A seed is a whole number from 0 to 4294967295.');
    }
    if (!Number.isInteger(block) || block < 0 || block >= mostBlocks) {
      throw new RangeError(`A block is a whole number from 0 to ${mostBlocks - 1}.`);
    }
    const words = splitMix64((BigInt(seed) << 32n) | BigInt(block), 4);
    const [a = 0, b = 0, c = 0, d = 0] = words.map((word) => Number(word >> 32n));
    return new RandomStream([a, b, c, d === 0 && (a | b | c) === 0 ? 1 : d]);
  }

  /** Next 32 bits, as a whole number from 0 to 2^32 - 1. */
  nextUint32(): number {
    return this.#next() >>> 0;
  }

  /** Next number from 0 (included) to 1 (not included), a multiple of 2^-53, each as likely. */
  nextUnit(): number {
    // Two steps of #next in one: this is where most of a simulation's random numbers come from.
    const state = this.#state;
    let s0 = state[0] as number;
    let s1 = state[1] as number;
    let s2 = state[2] as number;
    let s3 = state[3] as number;
    const first = Math.imul(s1, 5);
    const high = Math.imul((first << 7) | (first >>> 25), 9) >>> 5;
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    const second = Math.imul(s1, 5);
    const low = Math.imul((second << 7) | (second >>> 25), 9) >>> 6;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    state[1] = s1 ^ s2;
    state[0] = s0 ^ s3;
    state[2] = s2 ^ shifted;
    state[3] = (s3 << 11) | (s3 >>> 21);
    return (high * 67108864 + low) * 1.1102230246251565e-16;
  }

  /**
   * How many of `units` uniform numbers are below a probability, given by its binary digits as masks (0 or -1): 32 numbers
   * at a time, a digit of each in every random word, until all are decided.
   */
  countBelow(units: number, digits: Int32Array): number {
    const state = this.#state;
    let s0 = state[0] as number;
    let s1 = state[1] as number;
    let s2 = state[2] as number;
    let s3 = state[3] as number;
    const { length } = digits;
    let count = 0;
    for (let left = units; left > 0; left -= 32) {
      let undecided = left >= 32 ? -1 : (1 << left) - 1;
      let below = 0;
      for (let i = 0; i < length && undecided !== 0; i += 1) {
        const first = Math.imul(s1, 5);
        const word = Math.imul((first << 7) | (first >>> 25), 9);
        const shifted = s1 << 9;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = (s3 << 11) | (s3 >>> 21);
        const digit = digits[i] as number;
        // Where number and probability first differ, the probability has a 1: below.
        const differs = undecided & (word ^ digit);
        below |= differs & digit;
        undecided &= ~differs;
      }
      below -= (below >>> 1) & 0x55555555;
      below = (below & 0x33333333) + ((below >>> 2) & 0x33333333);
      count += Math.imul((below + (below >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
    return count;
  }

  #next(): number {
    const state = this.#state;
    const s0 = state[0] as number;
    const s1 = state[1] as number;
    const s2 = (state[2] as number) ^ s0;
    const s3 = (state[3] as number) ^ s1;
    const scrambled = Math.imul(s1, 5);
    state[0] = s0 ^ s3;
    state[1] = s1 ^ s2;
    state[2] = s2 ^ (s1 << 9);
    state[3] = (s3 << 11) | (s3 >>> 21);
    return Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
  }
}
