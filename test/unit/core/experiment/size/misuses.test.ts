import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../../../src/core/experiment/plan/planSchema';
import { misuses } from '../../../../../src/core/experiment/size/misuses/registry';
import { sizePlan } from '../../../../../src/core/experiment/size/sizePlan';
import { examplePlan, planWith } from '../../../../support/examplePlan';

interface Row {
  readonly misuse: string;
  readonly codes?: readonly string[];
  /** Plans that go wrong in this way, and what the warning has to say. */
  readonly wrong: readonly (readonly [Plan, RegExp])[];
  /** The same, mended. */
  readonly right: readonly Plan[];
}

const margin = { direction: 'decrease', minimumDetectableEffect: { absolute: 0 } } as const;

function withResult(plan: Plan, estimate: { relative: number } | { absolute: number }): Plan {
  return { ...plan, result: { variant: 'treatment', estimate } };
}

const rows: readonly Row[] = [
  {
    misuse: 'peeking',
    // Armitage, McPherson and Rowe 1969: twenty looks at 1.96 give 24.8 %.
    wrong: [
      [planWith({ design: { looks: 20 } }), /24\.8 %/],
      [planWith({ design: { looks: [0.5, 1] } }), /8\.31 %/],
    ],
    right: [
      planWith({ design: { looks: 1 } }),
      planWith({ design: { analysis: 'group-sequential', looks: 5 } }),
    ],
  },
  {
    misuse: 'not-feasible',
    codes: ['not-feasible', 'long-duration'],
    wrong: [
      [planWith({ traffic: { newUnitsPerDay: 1000 } }), /hardly feasible.*Helps most/],
      [planWith({ traffic: { newUnitsPerDay: 4000 } }), /59 days \(9 weeks\) is long/],
      [
        planWith({
          metric: { minimumDetectableEffect: { relative: 0.0005 } },
          traffic: { newUnitsPerDay: 1e9 },
        }),
        /below 0\.1 %/,
      ],
    ],
    right: [examplePlan],
  },
  {
    misuse: 'whole-weeks',
    wrong: [
      [examplePlan, /20 days are not a whole number of weeks.*Run 21 days/],
      [planWith({ design: { days: 3 } }), /less than a week/],
    ],
    right: [planWith({ design: { days: 21 } })],
  },
  {
    misuse: 'window-too-short',
    // Counted on a calendar: 1 to 14 March are 14 days, 25 February to 16 March 2028 (a leap year) are 21.
    wrong: [
      [
        { ...examplePlan, startDate: '2027-03-01', endDate: '2027-03-14' },
        /there are 14 days, and the plan takes 20 days/,
      ],
      [
        { ...examplePlan, startDate: '2027-03-14', endDate: '2027-03-01' },
        /is before the start date/,
      ],
    ],
    right: [
      examplePlan,
      { ...examplePlan, startDate: '2028-02-25', endDate: '2028-03-16' },
      { ...examplePlan, startDate: '2027-03-01', endDate: '2027-03-20' },
    ],
  },
  {
    misuse: 'mixed-ramp',
    wrong: [
      [
        planWith({ traffic: { ramp: [0.01, 0.1, 0.5] } }),
        /1 %, 10 %, 50 % exposed.*it would take 20, with the ramp it takes 22 days.*Simpson/,
      ],
    ],
    right: [examplePlan, planWith({ traffic: { ramp: [0.01, 0.1], excludeRamp: true } })],
  },
  {
    misuse: 'few-expected-events',
    wrong: [
      [
        planWith({ metric: { baseline: 0.0001, minimumDetectableEffect: { relative: 5 } } }),
        /all outcomes were enumerated/,
      ],
    ],
    right: [examplePlan],
  },
  {
    misuse: 'few-conversions',
    wrong: [
      [
        planWith({
          metric: {
            test: 'relative-lift',
            baseline: 0.1,
            minimumDetectableEffect: { absolute: 0.1 },
          },
        }),
        /lopsided.*z-unpooled/,
      ],
    ],
    right: [
      planWith({ metric: { test: 'relative-lift' } }),
      planWith({ metric: { baseline: 0.1, minimumDetectableEffect: { absolute: 0.1 } } }),
    ],
  },
  {
    misuse: 'low-power',
    wrong: [
      [planWith({ design: { power: 0.5 } }), /50 %.*type M.*type S/],
      // Gelman and Carlin 2014: at an effect of half a standard error 4.8 times and 8.8 %. Of 117,170 a variant
      // (1.96 + 0.84)² / 0.25 = 31.4 times fewer: half a standard error.
      [planWith({ design: { sampleSizePerVariant: 3732 } }), /4\.79 times.*8\.78 %/],
    ],
    right: [examplePlan, planWith({ design: { days: 28 } })],
  },
  {
    misuse: 'observed-effect',
    wrong: [
      [planWith({ metric: { effectSource: 'observed' } }), /observed in an earlier test/],
      [withResult(examplePlan, { relative: 0.05001 }), /estimate in result, to 3 digits/],
      [withResult(examplePlan, { absolute: 0.0026 }), /estimate in result/],
      [withResult(examplePlan, { relative: -0.05 }), /estimate in result/],
    ],
    right: [
      examplePlan,
      planWith({ metric: { effectSource: 'decision' } }),
      withResult(examplePlan, { relative: 0.041 }),
      withResult(examplePlan, { relative: 0.0502 }),
    ],
  },
  {
    misuse: 'one-sided',
    wrong: [[planWith({ design: { sides: 'one' } }), /two sides at 10 %/]],
    right: [examplePlan],
  },
  {
    misuse: 'several-comparisons',
    // 1 - 0.95^k by hand.
    wrong: [
      [planWith({ weights: [1, 1, 1] }), /9\.75 %/],
      [planWith({ moreMetrics: [{ name: 'a' }, { name: 'b' }] }), /14\.3 %/],
      [planWith({ weights: [1, 1, 1], design: { success: 'all' } }), /9\.75 %/],
    ],
    right: [
      examplePlan,
      planWith({ weights: [1, 1, 1], design: { correction: 'holm' } }),
      planWith({ moreMetrics: [{ name: 'a' }], design: { success: 'all' } }),
    ],
  },
  {
    misuse: 'session-unit',
    // 1 + 3 · 0.1 = 1.3; 2 (1 - Φ(1.96 / √1.3)) = 8.6 %.
    wrong: [
      [planWith({ unit: 'session' }), /design effect is 1\.3,.*8\.56 %/],
      [planWith({ unit: 'Page view' }), /design effect/],
    ],
    right: [
      examplePlan,
      planWith({
        unit: 'session',
        design: { cluster: { size: 4, correlation: 0.1, variation: 0 } },
      }),
    ],
  },
  {
    misuse: 'diluted',
    wrong: [[planWith({ metric: { triggeredShare: 0.2 } }), /25 times.*5 times/]],
    right: [examplePlan, planWith({ metric: { triggeredShare: 1 } })],
  },
  {
    misuse: 'margin-scale',
    wrong: [
      [
        planWith({ metric: { ...margin, margin: { absolute: 0.02 } } }),
        /38\.5 % of its baseline: was a relative one meant\?.*refutes: .*higher.*by 2 percentage points/,
      ],
      [
        planWith({
          metric: {
            ...margin,
            margin: { relative: 0.1 },
            expectedDifference: { relative: 0.05 },
          },
        }),
        /expected to be worse/,
      ],
      [
        planWith({
          moreMetrics: [{ name: 'errors', role: 'guardrail', margin: { relative: 0.5 } }],
        }),
        /"errors" is 50 % of its baseline/,
      ],
    ],
    right: [
      examplePlan,
      planWith({ metric: { ...margin, margin: { relative: 0.02 } } }),
      planWith({
        metric: { ...margin, margin: { relative: 0.1 }, expectedDifference: { relative: -0.05 } },
      }),
    ],
  },
];

function codesOf(plan: Plan): readonly string[] {
  const { value, diagnostics } = sizePlan(plan);
  if (value === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value.warnings.map(({ code }) => code);
}

test('the thirteen of the field and dates too close: each has its rows', () => {
  expect(misuses).toHaveLength(14);
  expect(rows.map(({ misuse }) => misuse)).toEqual(misuses.map(({ id }) => id));
});

describe.each(rows)('$misuse', ({ misuse, codes = [misuse], wrong, right }) => {
  test.each(wrong.map(([plan, words]) => [words, plan] as const))('is said: %s', (words, plan) => {
    const found = sizePlan(plan).value?.warnings.find(({ code }) => codes.includes(code));
    expect(found?.message).toMatch(words);
    expect(found?.path.length).toBeGreaterThan(0);
  });

  test('is not said of plans without it', () => {
    for (const plan of right) {
      expect(codesOf(plan).filter((code) => codes.includes(code))).toEqual([]);
    }
  });
});
