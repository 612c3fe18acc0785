import { expect, test } from 'vitest';
import { devianceTerm } from '../../../../src/core/stats/special/devianceTerm';

// 40-digit mpmath: x*log(x/m) + m - x.
test.each([
  [5, 5, 0],
  [10, 10.5, 0.012098358305679969],
  [3, 7, 1.4581064188383892],
])('of %d from %d', (x, mean, expected) => {
  expect(devianceTerm(x, mean)).toBeCloseTo(expected, 13);
});

test('of what is not a number ends, and is none', () => {
  expect(devianceTerm(Number.NaN, 5)).toBeNaN();
});
