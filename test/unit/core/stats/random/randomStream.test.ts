import { describe, expect, test } from 'vitest';
import { mostBlocks, RandomStream } from '../../../../../src/core/stats/random/randomStream';
import { splitMix64 } from '../../../../../src/core/stats/random/splitMix64';
import { casesNamed } from '../../../../support/referenceCases';

describe('known answers', () => {
  test.each(casesNamed('rng-xoshiro128ss'))('$id $what', ({ inputs, expected }) => {
    const stream = new RandomStream(inputs['state'] as [number, number, number, number]);
    const words = expected['u32'] as number[];
    expect(words.map(() => stream.nextUint32())).toEqual(words);
  });

  test.each(casesNamed('rng-splitmix64'))('$id $what', ({ inputs, expected }) => {
    const words = expected['u64'] as string[];
    const outputs = splitMix64(BigInt(inputs['seed'] as string), words.length);
    expect(outputs.map(String)).toEqual(words);
  });
});

describe('unit numbers', () => {
  test('are made of the upper 27 and 26 bits of two words', () => {
    const words = new RandomStream([1, 2, 3, 4]);
    const units = new RandomStream([1, 2, 3, 4]);
    for (let i = 0; i < 1000; i += 1) {
      const high = words.nextUint32() >>> 5;
      const low = words.nextUint32() >>> 6;
      expect(units.nextUnit()).toBe((high * 2 ** 26 + low) / 2 ** 53);
    }
  });

  test('fill [0, 1) evenly', () => {
    const stream = RandomStream.ofBlock(7, 0);
    const counts = Array.from({ length: 100 }, () => 0);
    const draws = 1_000_000;
    for (let i = 0; i < draws; i += 1) {
      const bin = Math.floor(stream.nextUnit() * 100);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    const expected = draws / 100;
    const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // Chi-square with 99 degrees of freedom: 61.1 and 148.2 are its 0.1 % and 99.9 % points (R: qchisq).
    expect(statistic).toBeGreaterThan(61.1);
    expect(statistic).toBeLessThan(148.2);
  });
});

describe('streams of blocks', () => {
  const start = (seed: number, block: number): string => {
    const stream = RandomStream.ofBlock(seed, block);
    return [1, 2, 3, 4].map(() => stream.nextUint32()).join(' ');
  };

  test('are the same for the same seed and block', () => {
    expect(start(20261123, 17)).toBe(start(20261123, 17));
  });

  test('differ for every other seed or block', () => {
    const starts = new Set<string>();
    for (let seed = 0; seed < 100; seed += 1) {
      for (let block = 0; block < 100; block += 1) starts.add(start(seed, block));
    }
    starts.add(start(0xffffffff, 0));
    starts.add(start(0, mostBlocks - 1));
    expect(starts.size).toBe(10_002);
  });

  test('of neighbouring blocks and seeds are not correlated', () => {
    for (const [a, b] of [
      [RandomStream.ofBlock(1, 0), RandomStream.ofBlock(1, 1)],
      [RandomStream.ofBlock(1, 0), RandomStream.ofBlock(2, 0)],
      [RandomStream.ofBlock(0, 1), RandomStream.ofBlock(1, 0)],
    ] as const) {
      let sum = 0;
      const draws = 100_000;
      for (let i = 0; i < draws; i += 1) sum += (a.nextUnit() - 0.5) * (b.nextUnit() - 0.5);
      // The correlation of independent numbers has standard error 1/√draws.
      expect(Math.abs((sum / draws) * 12)).toBeLessThan(4 / Math.sqrt(draws));
    }
  });

  const refused: readonly (readonly [seed: number, block: number])[] = [
    [NaN, 0],
    [-1, 0],
    [1.5, 0],
    [2 ** 32, 0],
    [1, -1],
    [1, NaN],
    [1, mostBlocks],
  ];
  test.each(refused)('refuse seed %d, block %d', (seed, block) => {
    expect(() => RandomStream.ofBlock(seed, block)).toThrow(RangeError);
  });

  test('refuse the state that never moves', () => {
    expect(() => new RandomStream([0, 0, 0, 0])).toThrow(RangeError);
  });
});
