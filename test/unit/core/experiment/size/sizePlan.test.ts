import { describe, expect, test } from 'vitest';
import { sizePlan } from '../../../../../src/core/experiment/size/sizePlan';
import { examplePlan, planWith, type PlanChanges } from '../../../../support/examplePlan';

describe('the sentence', () => {
  const rows: readonly (readonly [what: string, changes: PlanChanges, sentence: string])[] = [
    [
      'of the example plan',
      {},
      'You need 234,340 users, 117,170 in each variant: 20 days at 12,000 users a day; run 21 to cover whole weeks.',
    ],
    [
      'names unequal variants',
      { weights: [90, 10] },
      'You need 662,932 users, 596,638 in control and 66,294 in treatment: 56 days at 12,000 users a day.',
    ],
    [
      'names three unequal variants',
      { weights: [2, 1, 1] },
      'You need 354,208 users, 177,104 in control, 88,552 in treatment and 88,552 in second: 30 days at 12,000 users a day; run 35 to cover whole weeks.',
    ],
    [
      'says nothing more where the days are whole weeks',
      { traffic: { newUnitsPerDay: 16_739 } },
      'You need 234,340 users, 117,170 in each variant: 14 days at 16,739 users a day.',
    ],
    [
      'says so where there is no traffic',
      { traffic: { newUnitsPerDay: 0 } },
      'You need 234,340 users, 117,170 in each variant; the plan has no traffic, so it cannot say how many days that takes.',
    ],
    [
      'tells the exposed from all',
      { traffic: { exposedShare: 0.25 } },
      'You need 234,340 users, 117,170 in each variant: 79 days at 3,000 users a day (25 % of 12,000); run 84 to cover whole weeks.',
    ],
    [
      'counts in the plan’s unit, and one day as one',
      { unit: 'company', traffic: { newUnitsPerDay: 300_000 } },
      'You need 234,340 companies, 117,170 in each variant: 1 day at 300,000 companies a day; run 7 to cover whole weeks.',
    ],
    [
      'adds what fixed days are good for',
      { design: { days: 14 } },
      'You need 234,340 users, 117,170 in each variant: 20 days at 12,000 users a day; run 21 to cover whole weeks. The 14 days that the plan fixes bring 168,000 users: a power of 66 %.',
    ],
    [
      'adds what a fixed size is good for',
      { design: { sampleSizePerVariant: 150_000 } },
      'You need 234,340 users, 117,170 in each variant: 20 days at 12,000 users a day; run 21 to cover whole weeks. The sample size that the plan fixes is 300,000 users in all: a power of 88.7 %.',
    ],
  ];
  test.each(rows)('%s', (_what, changes, sentence) => {
    expect(sizePlan(planWith(changes)).value?.sentence).toBe(sentence);
  });

  test('does not name very many variants', () => {
    const weights = [2, ...Array.from({ length: 9 }, () => 1)];
    expect(sizePlan(planWith({ weights })).value?.sentence).toMatch(
      /^You need [\d,]+ users, between [\d,]+ and [\d,]+ in a variant: /,
    );
  });
});

// The numbers of the sentences above that stand in no outside table were computed with R 4.2.2:
// f <- function(p1, p2, w1, w2) (qnorm(.975) + qnorm(.8))^2 * (p1*(1-p1)/w1 + p2*(1-p2)/w2) / (p2-p1)^2

describe('the answer', () => {
  test('of the example plan', () => {
    const { value, diagnostics } = sizePlan(examplePlan);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      total: 234_340,
      days: 20,
      wholeWeekDays: 21,
      decidingMetric: 'conversion',
      decidingTreatment: 'treatment',
      relativeEffect: 0.05,
      given: null,
    });
    expect(value?.absoluteEffect).toBeCloseTo(0.0026, 15);
    expect(value?.power).toBeGreaterThanOrEqual(0.8);
    expect(value?.power).toBeLessThan(0.80001);
    expect(value?.definition.id).toBe('z-unpooled');
    expect(value?.definition.formula).toContain('z(1 − α/2)');
  });

  test('is plain JSON', () => {
    const { value } = sizePlan(planWith({ design: { days: 14 }, weights: [3, 1, 1] }));
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  });

  test('of one side names the formula of one side', () => {
    const { value } = sizePlan(planWith({ design: { sides: 'one' } }));
    expect(value?.definition.formula).toContain('z(1 − α)');
    // R 4.2.2: (qnorm(.95) + qnorm(.8))^2 * (.052*.948 + .0546*.9454) / .0026^2
    expect(value?.perVariant[0]?.exact).toBeCloseTo(92_294.641_103_567_3, 6);
  });

  test('relative and absolute effects of the same size agree', () => {
    const absolute = planWith({ metric: { minimumDetectableEffect: { absolute: 0.052 * 0.05 } } });
    expect(sizePlan(absolute).value?.perVariant).toEqual(sizePlan(examplePlan).value?.perVariant);
  });

  test('of a decrease is that of the mirrored increase', () => {
    const down = planWith({
      metric: { baseline: 0.3, direction: 'decrease', minimumDetectableEffect: { absolute: 0.02 } },
    });
    const up = planWith({
      metric: { baseline: 0.7, direction: 'increase', minimumDetectableEffect: { absolute: 0.02 } },
    });
    const [downSize, upSize] = [sizePlan(down).value, sizePlan(up).value];
    expect(downSize?.absoluteEffect).toBe(-0.02);
    expect(downSize?.relativeEffect).toBeCloseTo(-0.02 / 0.3, 15);
    expect(downSize?.perVariant[0]?.exact).toBeCloseTo(upSize?.perVariant[0]?.exact ?? NaN, 6);
  });

  test('the largest need of several treatments decides', () => {
    const { value } = sizePlan(planWith({ weights: [4, 4, 1] }));
    expect(value?.decidingTreatment).toBe('second');
    expect(value?.assumptions.map(({ code }) => code)).toContain('largest-need-decides');
  });

  test('the largest need of several primary metrics decides, others do not', () => {
    const { value } = sizePlan(
      planWith({
        moreMetrics: [
          { name: 'rare', baseline: 0.01 },
          { name: 'rarer', baseline: 0.001, role: 'secondary' },
        ],
      }),
    );
    expect(value?.decidingMetric).toBe('rare');
    expect(value?.assumptions.map(({ code }) => code)).toContain('others-not-sized');
  });

  test('float noise in the traffic costs no day', () => {
    // 100 · 0.29 is 28.999999999999996 in doubles: 2,900 units take 100 days, not 101.
    const plan = planWith({
      design: { sampleSizePerVariant: 1450 },
      traffic: { newUnitsPerDay: 100, exposedShare: 0.29 },
    });
    expect(sizePlan(plan).value?.given).toMatchObject({ total: 2900, days: 100 });
    const byDays = planWith({
      design: { days: 100 },
      traffic: { newUnitsPerDay: 100, exposedShare: 0.29 },
    });
    expect(sizePlan(byDays).value?.given).toMatchObject({ total: 2900, days: 100 });
  });

  test('traffic as good as none is none', () => {
    const { value } = sizePlan(planWith({ traffic: { newUnitsPerDay: 1e-310 } }));
    expect(value).toMatchObject({ days: null, wholeWeekDays: null });
  });

  test('a fixed size goes to the smallest variant, the others get more', () => {
    const plan = planWith({ weights: [3, 1], design: { sampleSizePerVariant: 1000 } });
    expect(sizePlan(plan).value?.given?.total).toBe(4000);
  });

  test('days without traffic fix nothing', () => {
    const plan = planWith({ design: { days: 14 }, traffic: { newUnitsPerDay: 0 } });
    expect(sizePlan(plan).value?.given).toBeNull();
  });
});

describe('a warning', () => {
  const rows: readonly (readonly [code: string, changes: PlanChanges, words: RegExp])[] = [
    ['whole-weeks', {}, /^20 days are not a whole number of weeks.* Run 21 days\.$/],
    ['whole-weeks', { traffic: { newUnitsPerDay: 100_000 } }, /^3 days are less than a week/],
    ['whole-weeks', { design: { days: 15 } }, /^15 days .* Run 21 days\.$/],
    ['long-duration', { traffic: { newUnitsPerDay: 4000 } }, /^59 days \(9 weeks\) is long/],
    ['not-feasible', { traffic: { newUnitsPerDay: 1500 } }, /^157 days \(23 weeks\) is hardly/],
    [
      'not-feasible',
      { weights: [95, 5], traffic: { newUnitsPerDay: 10_000 } },
      /In 8 weeks this traffic can show a change of .* %.*With equal weights it would take 24 days/,
    ],
    [
      'few-expected-events',
      { metric: { baseline: 0.5, minimumDetectableEffect: { absolute: 0.45 } } },
      /^In treatment only about 0\.\d+ users without "conversion" are expected/,
    ],
    [
      'few-expected-events',
      { metric: { baseline: 0.001 }, design: { sampleSizePerVariant: 5000 } },
      /^In control only about 5 users with "conversion"/,
    ],
    ['low-power', { design: { power: 0.7 } }, /misses the planned effect 30 % of the time/],
    ['high-significance-level', { design: { significanceLevel: 0.2 } }, /^20 % of the experiments/],
    ['one-sided', { design: { sides: 'one' } }, /two sides at 10 %/],
    ['several-comparisons', { weights: [1, 1, 1] }, /^2 comparisons .* about 9\.75 %/],
    ['several-comparisons', { moreMetrics: [{ name: 'b' }, { name: 'c' }] }, /about 14\.3 %/],
    ['below-target-power', { design: { days: 14 } }, /the power is 66 %, not 80 %/],
    [
      'too-few-days',
      { design: { days: 7, sampleSizePerVariant: 117_170 } },
      /^7 days bring about 84,000 users, but the fixed sample size needs 234,340: 20 days\.$/,
    ],
  ];
  test.each(rows)('%s: %j', (code, changes, words) => {
    const warnings = sizePlan(planWith(changes)).value?.warnings ?? [];
    expect(warnings.find((warning) => warning.code === code)?.message).toMatch(words);
  });

  const silent: readonly (readonly [code: string, changes: PlanChanges])[] = [
    ['whole-weeks', { traffic: { newUnitsPerDay: 16_739 } }],
    ['whole-weeks', { traffic: { newUnitsPerDay: 0 } }],
    ['whole-weeks', { design: { days: 28 } }],
    ['long-duration', { traffic: { newUnitsPerDay: 4185 } }],
    ['few-expected-events', {}],
    ['low-power', {}],
    ['high-significance-level', { design: { significanceLevel: 0.1 } }],
    ['one-sided', {}],
    ['several-comparisons', { moreMetrics: [{ name: 'b', role: 'guardrail' }] }],
    ['below-target-power', { design: { days: 21 } }],
    ['too-few-days', { design: { days: 21, sampleSizePerVariant: 117_170 } }],
  ];
  test.each(silent)('no %s: %j', (code, changes) => {
    const warnings = sizePlan(planWith(changes)).value?.warnings ?? [];
    expect(warnings.map((warning) => warning.code)).not.toContain(code);
  });

  test('none for a sound plan', () => {
    const plan = planWith({ traffic: { newUnitsPerDay: 16_739 } });
    expect(sizePlan(plan).value?.warnings).toEqual([]);
  });
});

describe('what cannot be sized', () => {
  const rows: readonly (readonly [code: string, path: string, changes: PlanChanges])[] = [
    ['plan-power-without-data', 'design/power', { design: { power: 0.025 } }],
    ['plan-power-without-data', 'design/power', { design: { power: 0.05, sides: 'one' } }],
    [
      'plan-power-without-data',
      'design/power',
      { design: { power: 0.04, powerCounts: 'either-direction' } },
    ],
    ['plan-power-unusable', 'design/power', { design: { power: 1.2 } }],
    ['plan-power-unusable', 'design/power', { design: { power: NaN } }],
    [
      'plan-significance-unusable',
      'design/significanceLevel',
      { design: { significanceLevel: 0 } },
    ],
    ['plan-baseline-unusable', 'metrics/0/baseline', { metric: { baseline: 0 } }],
    [
      'plan-effect-unreachable',
      'metrics/0/minimumDetectableEffect',
      { metric: { minimumDetectableEffect: { relative: 30 } } },
    ],
    [
      'plan-effect-unreachable',
      'metrics/0/minimumDetectableEffect',
      { metric: { direction: 'decrease', minimumDetectableEffect: { absolute: 0.052 } } },
    ],
    [
      'plan-size-overflow',
      'metrics/0/minimumDetectableEffect',
      { metric: { minimumDetectableEffect: { absolute: 1e-200 } } },
    ],
    [
      'plan-size-overflow',
      'metrics/0/minimumDetectableEffect',
      { metric: { minimumDetectableEffect: { relative: 1e-9 } } },
    ],
    [
      'plan-size-overflow',
      'metrics/0/margin',
      {
        metric: {
          minimumDetectableEffect: { absolute: 0 },
          hypothesis: 'non-inferiority',
          margin: { relative: 1e-9 },
        },
      },
    ],
    ['plan-primary-metric-missing', 'metrics', { metric: { role: 'guardrail' } }],
    ['plan-variants-unusable', 'variants', { weights: [1] }],
    ['plan-variants-unusable', 'variants', { weights: [1, 0] }],
  ];
  test.each(rows)('%s at %s: %j', (code, path, changes) => {
    const { value, diagnostics } = sizePlan(planWith(changes));
    expect(value).toBeNull();
    expect(diagnostics.map((d) => `${d.code} ${d.path.join('/')}`)).toContain(`${code} ${path}`);
    expect(diagnostics.every(({ severity }) => severity === 'error')).toBe(true);
  });
});
