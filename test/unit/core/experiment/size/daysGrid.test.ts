import { expect, test } from 'vitest';
import { parsePlan } from '../../../../../src/core/experiment/plan/parsePlan';
import { daysGrid } from '../../../../../src/core/experiment/size/daysGrid';
import { checkoutText, checkoutTextWith } from '../../../../webview/support/plans';

function gridOf(text: string) {
  const { plan } = parsePlan(text);
  if (plan === null) throw new Error('The plan is broken.');
  return daysGrid(plan);
}

// By hand, two proportions with unpooled variance at 5 % two-sided and 80 %, 12,000 users a day:
// n = 7.848879 (p1 q1 + p2 q2) / (p2 - p1)^2 a variant.
test.each([
  ['as planned, 5.2 % to 5.46 %: 117,170 a variant', 3, 3, 20],
  ['half the effect, 5.2 % to 5.33 %: 463,296 a variant', 3, 0, 78],
  ['twice baseline and effect, 10.4 % to 11.44 %: 14,114 a variant', 6, 6, 3],
  ['half the baseline and effect, 2.6 % to 2.665 %: 951,842 a variant', 0, 0, 159],
])('%s', (_what, baseline, effect, days) => {
  expect(gridOf(checkoutText)?.days[baseline]?.[effect]).toBe(days);
});

test('shares stay below 100 %', () => {
  const grid = gridOf(checkoutTextWith(['baseline: 0.052', 'baseline: 0.9']));
  for (const baseline of grid?.baselines ?? [2]) expect(baseline).toBeLessThan(1);
  expect(grid?.days.flat().some((days) => days === null)).toBe(true);
});

test.each([
  ['without traffic', checkoutTextWith(['newUnitsPerDay: 12000', 'newUnitsPerDay: 0'])],
  [
    'with a margin instead of an effect',
    checkoutTextWith(['minimumDetectableEffect: { relative: 0.05 }', 'margin: { relative: 0.05 }']),
  ],
])('%s there is no grid', (_what, text) => {
  expect(gridOf(text)).toBeNull();
});
