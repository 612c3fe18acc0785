import { describe, expect, test } from 'vitest';
import { sizePlan } from '../../../../../src/core/experiment/size/sizePlan';
import { planWith, type PlanChanges } from '../../../../support/examplePlan';

const margin = { minimumDetectableEffect: { absolute: 0 }, margin: { absolute: 0.01 } } as const;
const notWorse = { ...margin, hypothesis: 'non-inferiority' } as const;
const equal = { ...margin, hypothesis: 'equivalence' } as const;

// Sizes: R 4.2.2, v <- 2 * .052 * .948 / .01^2, levels as the words say:
// (qnorm(.975) + qnorm(.8))^2 * v = 7738.37, (qnorm(.95) + qnorm(.8))^2 * v = 6095.51, (qnorm(.95) + qnorm(.9))^2 * v = 8443.27
// (equivalence at no difference: each of the two tests misses 10 % of the time).
const rows: readonly (readonly [string, PlanChanges, number, RegExp, RegExp])[] = [
  [
    'non-inferiority beside two sides takes half of the level',
    { metric: notWorse },
    7739,
    /one-sided test of the margin at 2\.5 %, half of the two-sided significance level of 5 %/,
    /z\(1 − α\/2\).*from the boundary \(control − margin\)/,
  ],
  [
    'non-inferiority on one side takes all of it',
    { metric: notWorse, design: { sides: 'one' } },
    6096,
    /one-sided test of the margin at 5 %, power/,
    /z\(1 − α\) .*from the boundary \(control − margin\)/,
  ],
  [
    'where lower is better the boundary is above',
    { metric: { ...notWorse, direction: 'decrease' } },
    7739,
    /one-sided test of the margin at 2\.5 %/,
    /from the boundary \(control \+ margin\)/,
  ],
  [
    'equivalence is two one-sided tests, each at the whole level',
    { metric: equal },
    8444,
    /two one-sided tests, one for each end of the margin, at 5 % each \(the 90 % interval/,
    /both \(control ± margin\) power is the chance that the one-sided tests of the two both reject/,
  ],
];

describe('a margin says how it is tested', () => {
  test.each(rows)('%s', (_what, changes, perVariant, level, formula) => {
    const { value } = sizePlan(planWith(changes));
    expect(value?.perVariant[0]?.sampleSize).toBe(perVariant);
    const look = value?.assumptions.find(({ code }) => code === 'one-look');
    expect(look?.message).toMatch(level);
    expect(value?.definition.formula).toMatch(formula);
  });

  test('an effect beside it changes nothing, and that is said', () => {
    const effect = { minimumDetectableEffect: { relative: 0.05 } };
    const { value } = sizePlan(planWith({ metric: { ...notWorse, ...effect } }));
    const note = value?.warnings.find(({ code }) => code === 'unused-keys');
    expect(note?.message).toContain('minimumDetectableEffect of "conversion"');
  });
});

describe('the definition', () => {
  test('says where the wrong tail is counted', () => {
    const { value } = sizePlan(planWith({ design: { powerCounts: 'either-direction' } }));
    expect(value?.definition.name).toMatch(/, wrong tail counted$/);
  });

  test('of revenue says which deviation is taken, and that larger baskets need more', () => {
    // mean² (e^(σ²) / share − 1) = 9 (e^1.21 / 0.04 − 1) = 745.5, its root 27.3; ((1.05² + 1) / 2 − 1) = 5.125 %.
    const metric = { kind: 'revenue', test: 'normal', baseline: 3, buyerShare: 0.04 } as const;
    const { value } = sizePlan(planWith({ metric: { ...metric, logDeviation: 1.1 } }));
    const note = value?.assumptions.find(({ code }) => code === 'spread-holds');
    expect(note?.message).toBe(
      'The standard deviation of "conversion" between users is 27.3 in control and the same in treatment; if larger baskets bring the effect it grows, too, and about 5.13 % more are needed.',
    );
  });
});
