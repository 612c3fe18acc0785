import { describe, expect, test } from 'vitest';
import { logBinomialMass } from '../../../../../src/core/stats/distributions/logBinomialMass';
import { normalCdf } from '../../../../../src/core/stats/distributions/normalCdf';
import { RandomStream } from '../../../../../src/core/stats/random/randomStream';
import { logBinomialMassRatio } from '../../../../../src/core/stats/distributions/logBinomialMassRatio';
import {
  massRatioBounds,
  sampleBinomial,
} from '../../../../../src/core/stats/random/sampleBinomial';
import { binned, goodnessOfFit } from '../../../../support/goodnessOfFit';
import { casesNamed } from '../../../../support/referenceCases';

/** Cut points so that every bin between them is expected at least 20 times, and the bins' exact shares. */
function binsByMass(n: number, p: number, draws: number): { cuts: number[]; shares: number[] } {
  const cuts: number[] = [];
  const shares: number[] = [];
  const spread = Math.sqrt(n * p * (1 - p));
  let share = 0;
  let used = 0;
  for (let k = 0; k <= Math.min(n, Math.ceil(n * p + 12 * spread + 30)); k += 1) {
    share += Math.exp(logBinomialMass(k, n, p));
    if (share * draws >= 20 && (1 - used - share) * draws >= 20) {
      cuts.push(k);
      shares.push(share);
      used += share;
      share = 0;
    }
  }
  return { cuts, shares: [...shares, 1 - used] };
}

describe('draws follow the exact masses', () => {
  // Inversion and rejection, both sides of one half, the border between the two at a mean of 10.
  const rows: readonly (readonly [n: number, p: number])[] = [
    [1, 0.5],
    [1, 0.3],
    [3, 0.9],
    [20, 0.1],
    [30, 0.999],
    [19, 0.5],
    [20, 0.5],
    [21, 0.48],
    [100, 0.0999],
    [100, 0.1],
    [100, 0.11],
    [1000, 0.052],
    [6000, 0.0546],
    [6000, 0.948],
    [12_000, 0.5],
    [12_000, 0.9],
    [100_000, 0.001],
    [1_000_000, 0.000_009],
    [1_000_000_000_000, 5e-12],
    [1_000_000_000_000, 3e-11],
  ];
  test.each(rows)('n = %d, p = %d', (n, p) => {
    const draws = 200_000;
    const stream = RandomStream.ofBlock(20261123, 3);
    const { cuts, shares } = binsByMass(n, p, draws);
    const counts = binned(cuts, draws, () => sampleBinomial(stream, n, p));
    expect(goodnessOfFit(counts, shares)).toBeGreaterThan(0.001);
  });

  test.each(casesNamed('binom-sampler'))('$id, cut where scipy says', ({ inputs, expected }) => {
    const { n, p, cut } = inputs as { n: number; p: number; cut: number[] };
    const cdf = [...(expected['cdf'] as number[]), 1];
    const shares = cdf.map((value, i) => value - (cdf[i - 1] ?? 0));
    const draws = 400_000;
    const stream = RandomStream.ofBlock(5, 0);
    const values = Array.from({ length: draws }, () => sampleBinomial(stream, n, p));
    const drawn = values.values();
    const counts = binned(cut, draws, () => drawn.next().value ?? NaN);
    expect(goodnessOfFit(counts, shares)).toBeGreaterThan(0.001);
    // Within four standard errors of scipy's mean and variance.
    const { mean, var: variance } = expected as { mean: number; var: number };
    const average = values.reduce((sum, k) => sum + k, 0) / draws;
    const squares = values.reduce((sum, k) => sum + (k - average) ** 2, 0) / draws;
    expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(variance / draws));
    expect(Math.abs(squares / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
  });

  test.each([
    [1e9, 0.052],
    [1e12, 0.5],
    [1e12, 0.0001],
  ])('n = %d, p = %d: like the normal distribution it has become', (n, p) => {
    const draws = 200_000;
    const stream = RandomStream.ofBlock(11, 0);
    const spread = Math.sqrt(n * p * (1 - p));
    const z = [-3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3];
    const cdf = [...z.map(normalCdf), 1];
    const counts = binned(z, draws, () => (sampleBinomial(stream, n, p) + 0.5 - n * p) / spread);
    const shares = cdf.map((value, i) => value - (cdf[i - 1] ?? 0));
    expect(goodnessOfFit(counts, shares)).toBeGreaterThan(0.001);
  });
});

describe('inversion', () => {
  const rows: readonly (readonly [n: number, p: number])[] = [
    [1, 0.3],
    [30, 0.1],
    [1000, 0.0099],
    [1e12, 5e-12],
  ];
  test.each(rows)(
    'gives the first count whose cdf passes the number drawn: n = %d, p = %d',
    (n, p) => {
      const sampled = RandomStream.ofBlock(4, 0);
      const numbers = RandomStream.ofBlock(4, 0);
      for (let i = 0; i < 5000; i += 1) {
        let left = numbers.nextUnit();
        let k = -1;
        while (left >= 0) {
          k += 1;
          left -= Math.exp(logBinomialMass(k, n, p));
        }
        expect(sampleBinomial(sampled, n, p)).toBe(k);
      }
    },
  );
});

describe('the bounds that spare logarithms', () => {
  test('hold wherever they are used, on both sides of the mode', () => {
    let compared = 0;
    for (const n of [60, 200, 1000, 6000, 12_000, 1e6, 1e9]) {
      for (const p of [0.5, 0.3, 0.1, 0.052, 0.01]) {
        const variance = n * p * (1 - p);
        const mode = Math.floor((n + 1) * p);
        const most = Math.min(variance / 2 - 1, 10 * Math.sqrt(variance) + 40);
        for (let distance = 21; distance < most; distance += Math.ceil(most / 100)) {
          const { middle, margin } = massRatioBounds(distance, variance);
          for (const k of [mode - distance, mode + distance]) {
            if (k < 0 || k > n) continue;
            const exact = logBinomialMassRatio(k, mode, n, p);
            expect(exact).toBeGreaterThanOrEqual(middle - margin);
            expect(exact).toBeLessThanOrEqual(middle + margin);
            compared += 1;
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(3000);
  });
});

describe('certain outcomes', () => {
  const stream = RandomStream.ofBlock(1, 0);
  test.each([
    [0, 0.3, 0],
    [0, 0, 0],
    [0, 1, 0],
    [10, 0, 0],
    [10, 1, 10],
    [1e12, 1, 1e12],
    [1e12, 0, 0],
    [10, 1e-300, 0],
  ])('n = %d, p = %d: %d', (n, p, expected) => {
    expect(sampleBinomial(stream, n, p)).toBe(expected);
  });
});

describe('what is no binomial distribution is refused', () => {
  const stream = RandomStream.ofBlock(1, 0);
  test.each([
    [-1, 0.5],
    [1.5, 0.5],
    [NaN, 0.5],
    [2e12, 0.5],
    [10, -0.1],
    [10, 1.1],
    [10, NaN],
  ])('n = %d, p = %d', (n, p) => {
    expect(() => sampleBinomial(stream, n, p)).toThrow(RangeError);
  });
});
