import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../../../../src/core/experiment/plan/parsePlan';
import { sizePlan } from '../../../../../src/core/experiment/size/sizePlan';
import { planWith, type PlanChanges } from '../../../../support/examplePlan';
import { examplePlanWith } from '../../../../support/examplePlanText';

const mean = { kind: 'mean', test: 'welch', baseline: 10, deviation: 4 } as const;

/** What is wrong, the key it is at, and words of the message: its range and why. */
const rows: readonly (readonly [string, PlanChanges, string, string, readonly string[]])[] = [
  [
    'a negative deviation',
    { metric: { ...mean, deviation: -4 } },
    'plan-spread-unusable',
    'deviation',
    ['above 0', 'not -4', 'no variance'],
  ],
  [
    'a deviation of 0',
    { metric: { ...mean, deviation: 0 } },
    'plan-spread-unusable',
    'deviation',
    ['above 0'],
  ],
  [
    'a negative dispersion',
    { metric: { kind: 'count', test: 'negative-binomial', baseline: 2, dispersion: -1 } },
    'plan-spread-unusable',
    'dispersion',
    ['at least 0', 'Poisson'],
  ],
  [
    'a ratio without variance',
    {
      metric: {
        kind: 'ratio',
        test: 'delta-method',
        baseline: 0.5,
        deviation: 1,
        denominatorMean: 4,
        denominatorDeviation: 2,
        numeratorDenominatorCorrelation: 1,
      },
    },
    'plan-spread-unusable',
    'numeratorDenominatorCorrelation',
    ['above 0'],
  ],
  [
    'too few discordant pairs',
    { metric: { test: 'mcnemar', discordantShare: 0.001 } },
    'plan-spread-unusable',
    'discordantShare',
    ['more than the effect'],
  ],
  [
    'a baseline of 0',
    { metric: { baseline: 0 } },
    'plan-baseline-unusable',
    'baseline',
    ['strictly between 0 and 1', 'not 0', 'no variance'],
  ],
  [
    'a baseline of 1',
    { metric: { baseline: 1 } },
    'plan-baseline-unusable',
    'baseline',
    ['strictly between 0 and 1', 'not 1'],
  ],
  [
    'a count of 0',
    { metric: { kind: 'count', test: 'poisson', baseline: 0 } },
    'plan-baseline-unusable',
    'baseline',
    ['above 0', 'nothing to count'],
  ],
  [
    'a share of 0',
    { metric: { ...mean, baseline: 0 } },
    'plan-baseline-unusable',
    'baseline',
    ['absolute'],
  ],
  [
    'an effect that leaves [0, 1]',
    { metric: { minimumDetectableEffect: { absolute: 0.96 } } },
    'plan-effect-unreachable',
    'minimumDetectableEffect',
    ['between 0 and 1'],
  ],
  [
    'a margin with a sign',
    { metric: { hypothesis: 'non-inferiority', margin: { absolute: -0.01 } } },
    'plan-margin-sign',
    'margin',
    ['above 0', 'without a sign', 'increase is better'],
  ],
  [
    'a truth beyond the margin',
    {
      metric: {
        hypothesis: 'non-inferiority',
        margin: { absolute: 0.01 },
        expectedDifference: { absolute: -0.01 },
      },
    },
    'plan-margin-exceeded',
    'expectedDifference',
    ['at or beyond', 'no size'],
  ],
  [
    'a truth beyond it the other way',
    {
      metric: {
        direction: 'decrease',
        hypothesis: 'non-inferiority',
        margin: { absolute: 0.01 },
        expectedDifference: { absolute: 0.02 },
      },
    },
    'plan-margin-exceeded',
    'expectedDifference',
    ['at or beyond'],
  ],
  [
    'a margin that leaves [0, 1]',
    { metric: { hypothesis: 'non-inferiority', margin: { absolute: 0.06 } } },
    'plan-margin-unreachable',
    'margin',
    ['above 0 and below 1'],
  ],
  [
    'a margin for a test that knows none',
    { metric: { test: 'z-pooled', hypothesis: 'equivalence', margin: { absolute: 0.01 } } },
    'plan-test-without-margin',
    'test',
    ['farrington-manning'],
  ],
  [
    'a test of another kind',
    { metric: { test: 'welch' } },
    'plan-test-unfit',
    'test',
    ['no test for a proportion', 'z-unpooled'],
  ],
  [
    'a label no better than a coin',
    { metric: { label: { sensitivity: 0.5, specificity: 0.5, delayDays: 0 } } },
    'plan-label-useless',
    'label',
    ['more than 1', 'coin'],
  ],
  [
    'an exact test beyond 2,000 a variant',
    { metric: { test: 'fisher-exact' } },
    'plan-exact-too-large',
    'test',
    ['2,000', 'Monte Carlo'],
  ],
];

describe('bad input', () => {
  test.each(rows)('%s', (_what, changes, code, key, words) => {
    const { value, diagnostics } = sizePlan(planWith(changes));
    expect(value).toBeNull();
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
    expect(diagnostics[0]?.path).toContain(key);
    for (const word of words) expect(diagnostics[0]?.message).toContain(word);
  });

  test('a truth on the good side of the margin is no mistake', () => {
    const { diagnostics } = sizePlan(
      planWith({
        metric: {
          direction: 'decrease',
          hypothesis: 'non-inferiority',
          margin: { absolute: 0.01 },
          expectedDifference: { absolute: -0.02 },
        },
      }),
    );
    expect(diagnostics).toEqual([]);
  });

  test('paired and unpaired primary metrics do not mix', () => {
    const { diagnostics } = sizePlan(
      planWith({ moreMetrics: [{ name: 'pairs', test: 'mcnemar', discordantShare: 0.2 }] }),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['plan-tests-mixed']);
  });

  test('200 variants are refused with the most there may be', () => {
    const many = Array.from({ length: 200 }, (_, i) => `{ name: v${i}, weight: 1 }`).join(', ');
    const text = examplePlanWith(
      '\n  - { name: control, weight: 50 }\n  - { name: treatment, weight: 50 }',
      ` [${many}]`,
    );
    const { plan, diagnostics } = parsePlan(text);
    expect(plan).toBeNull();
    expect(diagnostics[0]).toMatchObject({ code: 'plan-list-length' });
    expect(diagnostics[0]?.message).toContain('at most 100');
  });

  test('beyond 2^53 units cannot be counted, and none are said', () => {
    const { value, diagnostics } = sizePlan(
      planWith({
        metric: { ...mean, deviation: 1e9, minimumDetectableEffect: { absolute: 1e-3 } },
      }),
    );
    expect(value).toBeNull();
    expect(diagnostics[0]?.message).toMatch(
      /^The effect of "conversion".*9,007,199,254,740,991.*Write a larger minimumDetectableEffect\.$/,
    );
  });

  test('a key that changes nothing is said', () => {
    const { value } = sizePlan(planWith({ metric: { deviation: 3, buyerShare: 0.1 } }));
    const note = value?.warnings.find(({ code }) => code === 'unused-keys');
    expect(note?.message).toContain('deviation of "conversion", buyerShare of "conversion"');
  });
});
