import { describe, expect, test } from 'vitest';
import { binomialPmf } from '../../../../../src/core/stats/distributions/binomialPmf';
import { chiSquareUpperTail } from '../../../../../src/core/stats/distributions/chiSquareUpperTail';
import { normalCdf } from '../../../../../src/core/stats/distributions/normalCdf';
import { normalQuantile } from '../../../../../src/core/stats/distributions/normalQuantile';
import { AliasTable } from '../../../../../src/core/stats/random/aliasTable';
import { DiscreteTable } from '../../../../../src/core/stats/random/discreteTable';
import { RandomStream } from '../../../../../src/core/stats/random/randomStream';
import { sampleBernoulliCount } from '../../../../../src/core/stats/random/sampleBernoulliCount';
import { sampleNormalQuickly } from '../../../../../src/core/stats/random/sampleNormalQuickly';

/** p-value of draws against the chances of their cells; rare cells are put together. */
function fit(counts: readonly number[], chances: readonly number[], draws: number): number {
  let [statistic, cells, rest, restChance] = [0, 0, 0, 0];
  counts.forEach((count, i) => {
    const expected = draws * (chances[i] ?? 0);
    if (expected < 10) {
      rest += count;
      restChance += chances[i] ?? 0;
      return;
    }
    statistic += ((count - expected) * (count - expected)) / expected;
    cells += 1;
  });
  const expected = draws * restChance;
  if (expected > 10) {
    statistic += ((rest - expected) * (rest - expected)) / expected;
    cells += 1;
  }
  return chiSquareUpperTail(statistic, cells - 1);
}

const draws = 200_000;

describe('units drawn one by one', () => {
  test.each([
    [1, 0.3],
    [31, 0.5],
    [32, 0.02],
    [33, 0.97],
    [100, 1 / 3],
    [40, 1e-3],
  ])('%i of them with %d have the binomial number of successes', (units, probability) => {
    const stream = RandomStream.ofBlock(units, 1);
    const counts = Array.from({ length: units + 1 }, () => 0);
    for (let i = 0; i < draws; i += 1) {
      const drawn = sampleBernoulliCount(stream, units, probability);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    const chances = counts.map((_, k) => binomialPmf(k, units, probability));
    expect(fit(counts, chances, draws)).toBeGreaterThan(1e-4);
  });

  test('none and all', () => {
    const stream = RandomStream.ofBlock(1, 1);
    expect(sampleBernoulliCount(stream, 1000, 0)).toBe(0);
    expect(sampleBernoulliCount(stream, 1000, 1)).toBe(1000);
    expect(sampleBernoulliCount(stream, 0, 0.5)).toBe(0);
    expect(() => sampleBernoulliCount(stream, 1.5, 0.5)).toThrow(RangeError);
    expect(() => sampleBernoulliCount(stream, 1, NaN)).toThrow(RangeError);
  });

  test('each is its own: half of them are successes among the first as among the last', () => {
    // 33 units: the last one is in a word of its own.
    const stream = RandomStream.ofBlock(3, 1);
    let [ones, all] = [0, 0];
    for (let i = 0; i < 20_000; i += 1) {
      ones += sampleBernoulliCount(stream, 1, 0.25);
      all += sampleBernoulliCount(stream, 33, 0.25);
    }
    expect(Math.abs(ones / 20_000 - 0.25)).toBeLessThan(0.0125);
    expect(Math.abs(all / 660_000 - 0.25)).toBeLessThan(0.0022);
  });
});

describe('tables', () => {
  test('draw from their weights', () => {
    const weights = [1, 0, 7, 2, 0.01, 30];
    const table = new AliasTable(weights);
    const stream = RandomStream.ofBlock(9, 9);
    const counts = weights.map(() => 0);
    for (let i = 0; i < draws; i += 1) {
      const drawn = table.draw(stream);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    expect(counts[1]).toBe(0);
    const sum = 40.01;
    const fitting = fit(
      counts,
      weights.map((weight) => weight / sum),
      draws,
    );
    expect(fitting).toBeGreaterThan(1e-4);
    expect(() => new AliasTable([0, 0])).toThrow(RangeError);
    expect(() => new AliasTable([1, -1])).toThrow(RangeError);
  });

  test('around a mode have all that can be drawn', () => {
    const table = new DiscreteTable((k) => binomialPmf(k, 500, 0.2), {
      mode: 100,
      least: 0,
      most: 500,
    });
    const stream = RandomStream.ofBlock(4, 4);
    let [sum, squares] = [0, 0];
    for (let i = 0; i < draws; i += 1) {
      const drawn = table.draw(stream);
      sum += drawn - 100;
      squares += (drawn - 100) * (drawn - 100);
    }
    // Standard errors: √80 / √draws, and 80 √2 / √draws.
    expect(Math.abs(sum / draws)).toBeLessThan(4 * 0.02);
    expect(Math.abs(squares / draws - 80)).toBeLessThan(4 * 0.253);
  });
});

test('quick normal numbers are normal, the tail beyond the lowest layer too', () => {
  const stream = RandomStream.ofBlock(7, 2);
  const edges = [
    -4,
    -3.4426,
    -3,
    -2.5,
    ...Array.from({ length: 41 }, (_, i) => (i - 20) / 10),
    2.5,
    3,
    3.4426,
    4,
  ];
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  const many = 2_000_000;
  for (let i = 0; i < many; i += 1) {
    const x = sampleNormalQuickly(stream);
    const cell = edges.findIndex((edge) => x < edge);
    const at = cell < 0 ? edges.length : cell;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const chances = counts.map(
    (_, i) =>
      (i < edges.length ? normalCdf(edges[i]!) : 1) - (i === 0 ? 0 : normalCdf(edges[i - 1]!)),
  );
  expect(fit(counts, chances, many)).toBeGreaterThan(1e-4);
  expect(normalQuantile(0.5)).toBe(0);
});
