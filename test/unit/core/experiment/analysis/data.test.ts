import { describe, expect, test } from 'vitest';
import { QuantileSketch } from '../../../../../src/core/experiment/analysis/data/quantileSketch';
import { UnitTable } from '../../../../../src/core/experiment/analysis/data/unitTable';
import {
  ValueBudget,
  ValueStore,
} from '../../../../../src/core/experiment/analysis/data/valueStore';
import { RandomStream } from '../../../../../src/core/stats/random/randomStream';

describe('values beyond the exact limit', () => {
  test('ranks of a sketch are off by no more than it says', () => {
    const sketch = new QuantileSketch();
    const stream = RandomStream.ofBlock(3, 0);
    const count = 400_000;
    const values = Float64Array.from({ length: count }, () => stream.nextUnit());
    for (const value of values) sketch.add(value);
    const sorted = values.slice().sort();
    const kept = sketch.weighted();
    expect(sketch.rankError / count).toBeLessThan(3e-4);
    let rank = 0;
    let worst = 0;
    for (let i = 0; i < kept.values.length; i += 1) {
      rank += kept.weights[i]!;
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sorted[middle]! <= kept.values[i]!) low = middle + 1;
        else high = middle;
      }
      worst = Math.max(worst, Math.abs(low - rank));
    }
    expect(rank).toBe(count);
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThanOrEqual(sketch.rankError);
  });

  test('a store turns into a sketch, all variants together', () => {
    const budget = new ValueBudget(100_000);
    const [one, other] = [new ValueStore(budget), new ValueStore(budget)];
    for (let i = 0; i < 40_000; i += 1) one.add(i);
    for (let i = 0; i < 60_000; i += 1) other.add(i);
    expect(one.read().rankError).toBe(0);
    other.add(1);
    expect(one.read().rankError).toBeGreaterThan(0);
    expect(one.read().weights.reduce((sum, weight) => sum + weight, 0)).toBe(40_000);
  });
});

test('units are told apart, a hundred thousand of them', () => {
  const table = new UnitTable({ numbers: true });
  const encode = (i: number) => new TextEncoder().encode(`user-${i}`);
  for (let i = 0; i < 100_000; i += 1) {
    const name = encode(i);
    expect(table.find(name, 0, name.length)).toBe(i);
  }
  const known = encode(4711);
  expect(table.find(known, 0, known.length)).toBe(4711);
  expect(table.count).toBe(100_000);
});
