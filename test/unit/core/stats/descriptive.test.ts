import { describe, expect, test } from 'vitest';
import { mean, quantileOfSorted } from '../../../../src/core/stats/descriptive';

// Expected values by hand.
describe('descriptive statistics', () => {
  test('mean', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBeNaN();
  });

  test('quantile of sorted values', () => {
    expect(quantileOfSorted([1, 2, 3, 4, 5], 0.5)).toBe(3);
    expect(quantileOfSorted([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantileOfSorted([], 0.5)).toBeNaN();
  });

  test('leave their input alone', () => {
    const values = Object.freeze([1, 2, 3]);
    expect(mean(values) + quantileOfSorted(values, 1)).toBe(5);
  });
});
