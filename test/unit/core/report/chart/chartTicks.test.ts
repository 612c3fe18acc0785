import { expect, test } from 'vitest';
import { chartTicks } from '../../../../../src/core/report/chart/chartTicks';

// By hand: multiples of 1, 2 or 5 times a power of ten that lie within the domain.
test.each([
  [[0, 1], 5, false, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [[0, 0.3], 3, false, [0, 0.1, 0.2, 0.3]],
  [[-0.52, 1.07], 4, false, [-0.5, 0, 0.5, 1]],
  [[1, 33], 4, true, [10, 20, 30]],
  [[1, 3], 10, true, [1, 2, 3]],
  [[0, 234_340], 3, false, [0, 100_000, 200_000]],
  [[0.00012, 0.00033], 3, false, [0.0002, 0.0003]],
  [[5, 5], 4, false, [5]],
  [[0, Infinity], 4, false, [0]],
  [[NaN, NaN], 4, false, []],
] as const)('%j with at most %i steps, whole: %s', ([low, high], most, whole, ticks) => {
  expect(chartTicks([low, high], { most, whole })).toEqual(ticks);
});
