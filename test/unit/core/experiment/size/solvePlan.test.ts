import { describe, expect, test } from 'vitest';
import { questions } from '../../../../../src/core/experiment/size/solveFor';
import { solvePlan } from '../../../../../src/core/experiment/size/solvePlan';
import { examplePlan, planWith } from '../../../../support/examplePlan';

const fixedDays = planWith({ design: { days: 14 } });

describe('one question at a time', () => {
  test.each(questions)('%s is answered as plain JSON', (solveFor) => {
    const { value, diagnostics } = solvePlan(fixedDays, solveFor);
    expect(diagnostics).toEqual([]);
    expect(value?.solveFor).toBe(solveFor);
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  });

  test('the sample size and the duration', () => {
    expect(solvePlan(examplePlan, 'sample-size').value).toMatchObject({ solved: 234_340 });
    const { value } = solvePlan(examplePlan, 'duration');
    expect(value).toMatchObject({ solved: 20, days: 20, wholeWeekDays: 21 });
    expect(value?.sentence).toBe(
      'It takes 20 days until 12,000 users a day bring the 234,340 users that are needed. Run 21 days to cover whole weeks.',
    );
  });

  test('the power at a size that is fixed', () => {
    const { value } = solvePlan(planWith({ design: { sampleSizePerVariant: 117_170 } }), 'power');
    expect(value?.perVariant.map(({ sampleSize }) => sampleSize)).toEqual([117_170, 117_170]);
    expect(value?.solved).toBeGreaterThan(0.8);
    expect(value?.solved).toBeLessThan(0.80001);
    expect(value?.sentence).toContain('With 234,340 users (20 days) the power is 80 %');
  });

  test('the effect at a size that is fixed: the size that it needs is that one', () => {
    const { value } = solvePlan(fixedDays, 'effect');
    expect(value?.total).toBe(168_000);
    const absolute = value?.solved ?? NaN;
    const again = planWith({ metric: { minimumDetectableEffect: { absolute } } });
    expect(solvePlan(again, 'sample-size').value?.perVariant[0]?.exact).toBeCloseTo(84_000, 4);
    expect(value?.sentence).toMatch(/^With 168,000 users \(14 days\) the smallest effect on "conv/);
  });

  test('with a margin the effect asked for is the smallest margin', () => {
    const margin = { hypothesis: 'non-inferiority' as const, margin: { absolute: 0.01 } };
    const { value } = solvePlan(planWith({ metric: margin, design: { days: 14 } }), 'effect');
    const absolute = value?.solved ?? NaN;
    expect(absolute).toBeGreaterThan(0);
    const again = planWith({ metric: { ...margin, margin: { absolute } } });
    expect(solvePlan(again, 'sample-size').value?.perVariant[0]?.exact).toBeCloseTo(84_000, 4);
    expect(value?.sentence).toContain('the smallest margin');
  });

  test('the share of traffic that fills the days', () => {
    // 234,340 of 30 · 12,000 = 360,000.
    const { value } = solvePlan(planWith({ design: { days: 30 } }), 'share');
    expect(value?.solved).toBeCloseTo(234_340 / 360_000, 9);
    expect(value?.sentence).toContain('Expose 65.09 % of the traffic');
  });

  test('not feasible says which lever helps most', () => {
    const { value } = solvePlan(fixedDays, 'share');
    expect(value?.solved).toBeNull();
    expect(value?.levers[0]?.kind).toBe('larger-effect');
    expect(value?.sentence).toBe(
      'Not feasible: even with everybody exposed 14 days bring 168,000 of the 234,340 users that are needed. Helps most: with an effect a quarter larger, 13 days.',
    );
  });

  test('no lever is an effect that cannot be: a quarter above 45 points of 50 % is beyond 100 %', () => {
    const metric = { baseline: 0.5, minimumDetectableEffect: { absolute: 0.45 } };
    const { value } = solvePlan(
      planWith({ metric, traffic: { newUnitsPerDay: 2 } }),
      'sample-size',
    );
    expect(value?.levers.map(({ kind }) => kind)).toEqual(['covariate']);
  });

  test('a population that is used up never brings enough', () => {
    const plan = planWith({
      traffic: { newUnitsPerDay: 0, returning: { population: 50_000, activeShare: 0.2 } },
    });
    const { value } = solvePlan(plan, 'duration');
    expect(value?.solved).toBeNull();
    expect(value?.sentence).toMatch(/^It never ends/);
    expect(value?.warnings.map(({ code }) => code)).toContain('never-reached');
  });

  test.each([
    ['power', examplePlan, 'plan-size-not-fixed', 'sampleSizePerVariant'],
    ['effect', examplePlan, 'plan-size-not-fixed', 'days'],
    ['share', examplePlan, 'plan-days-missing', 'design.days'],
    [
      'duration',
      planWith({ traffic: { newUnitsPerDay: 0 } }),
      'plan-traffic-missing',
      'newUnitsPerDay',
    ],
  ] as const)('%s says what it lacks', (solveFor, plan, code, words) => {
    const { value, diagnostics } = solvePlan(plan, solveFor);
    expect(value).toBeNull();
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
    expect(diagnostics[0]?.message).toContain(words);
  });

  test('power and effect at a fixed size need no size for the planned power', () => {
    const plan = planWith({
      metric: { test: 'fisher-exact', baseline: 0.1, minimumDetectableEffect: { absolute: 0.01 } },
      design: { sampleSizePerVariant: 400 },
    });
    expect(solvePlan(plan, 'sample-size').value).toBeNull();
    const power = solvePlan(plan, 'power').value?.solved ?? NaN;
    expect(power).toBeGreaterThan(0.02);
    expect(power).toBeLessThan(0.1);
  });
});

describe('designs', () => {
  test('in a paired design each unit has every variant', () => {
    const { value } = solvePlan(
      planWith({
        metric: {
          kind: 'mean',
          test: 'paired-t',
          baseline: 10,
          deviation: 1,
          minimumDetectableEffect: { absolute: 0.5 },
        },
      }),
      'sample-size',
    );
    // R 4.2.2: power.t.test(delta = .5, sd = 1, power = .8, type = "paired") needs 34 pairs.
    expect(value?.perVariant.map(({ sampleSize }) => sampleSize)).toEqual([34, 34]);
    expect(value?.total).toBe(34);
    expect(value?.sentence).toContain('You need 34 users, each with every variant');
  });

  test('clusters, sampling and several observations multiply, CUPED divides', () => {
    const base = solvePlan(examplePlan, 'sample-size').value?.perVariant[0]?.exact ?? NaN;
    const plan = {
      ...planWith({
        metric: {
          covariate: { correlation: 0.6, shareWithHistory: 0.5 },
          observations: { perUnit: 4, correlation: 0.1, variation: 0 },
        },
        design: { cluster: { size: 20, correlation: 0.02, variation: 0 } },
      }),
      telemetry: { sampledShare: 0.25 },
    };
    const { value } = solvePlan(plan, 'sample-size');
    const factor = (1 - 0.5 * 0.36) * (1.3 / 4) * 1.38 * 4;
    expect((value?.perVariant[0]?.exact ?? NaN) / base).toBeCloseTo(factor, 10);
    expect(value?.stretches.map(({ kind }) => kind)).toEqual([
      'cluster',
      'observations',
      'covariate',
      'sampling',
    ]);
    expect(value?.clusters).toBe(Math.ceil((value?.total ?? 0) / 20));
  });

  test('a label that errs shrinks the effect and shifts the baseline', () => {
    const { value } = solvePlan(
      planWith({ metric: { label: { sensitivity: 0.8, specificity: 0.95, delayDays: 3 } } }),
      'sample-size',
    );
    // By hand: p' = .8 p + .05 (1 - p): .089 and .09095; the effect .00195; R 4.2.2:
    // (qnorm(.975)+qnorm(.8))^2 * (.089*.911 + .09095*.90905) / .00195^2
    expect(value?.perVariant[0]?.exact).toBeCloseTo(338_017.031_933, 4);
    expect(value?.days).toBe(Math.ceil((value?.total ?? 0) / 12_000) + 3);
    expect(value?.absoluteEffect).toBeCloseTo(0.0026, 12);
  });

  test('all primary metrics have to show it: each is sized for more power', () => {
    const more = [{ name: 'clicks', baseline: 0.3 }];
    const any = solvePlan(planWith({ moreMetrics: more }), 'sample-size').value;
    const all = solvePlan(
      planWith({ moreMetrics: more, design: { success: 'all', correction: 'bonferroni' } }),
      'sample-size',
    ).value;
    expect(all?.significanceLevel).toBe(0.05);
    expect(all?.total).toBeGreaterThan(any?.total ?? Infinity);
    expect(all?.power).toBeGreaterThan(0.8);
  });

  test.each([
    ['none', 0.05],
    ['bonferroni', 0.05 / 3],
    ['holm', 0.05 / 3],
    ['hochberg', 0.05 / 3],
    ['benjamini-hochberg', 0.05 / 3],
    // The closed form 1 - .95^(1/3); 2 (1 - pnorm(2.34897059033927)), Dunnett's value for three of equal size.
    ['sidak', 0.0169524275084415],
    ['dunnett', 0.018825],
  ] as const)('three treatments with correction %s are each tested at %d', (correction, level) => {
    const plan = planWith({ weights: [1, 1, 1, 1], design: { correction } });
    const found = solvePlan(plan, 'sample-size').value?.significanceLevel;
    expect(found).toBeCloseTo(level, correction === 'dunnett' ? 5 : 12);
  });

  test('a guardrail with a margin says how likely it is to hold', () => {
    const { value } = solvePlan(
      planWith({
        moreMetrics: [
          {
            name: 'latency',
            role: 'guardrail',
            kind: 'mean',
            test: 'normal',
            baseline: 100,
            deviation: 80,
            direction: 'decrease',
            margin: { relative: 0.001 },
          },
        ],
      }),
      'sample-size',
    );
    // R 4.2.2: pnorm(0.1/(80*sqrt(2/117170)) - qnorm(.975)); total 4*(qnorm(.975)+qnorm(.8))^2*80^2/.1^2
    expect(value?.guardrails).toHaveLength(1);
    expect(value?.guardrails[0]?.power).toBeCloseTo(0.048_718_330_37, 9);
    expect(value?.guardrails[0]?.total).toBeCloseTo(20_093_132.12, 0);
    expect(value?.warnings.map(({ code }) => code)).toContain('weak-guardrail');
    expect(value?.assumptions.map(({ code }) => code)).not.toContain('others-not-sized');
  });

  test('hypotheses of a margin name the worse side', () => {
    const words = (direction: 'increase' | 'decrease') =>
      solvePlan(
        planWith({
          metric: { direction, hypothesis: 'non-inferiority', margin: { absolute: 0.01 } },
        }),
        'sample-size',
      ).value?.hypotheses.null;
    expect(words('increase')).toBe(
      '"conversion" in treatment is lower than in control by 1 percentage point or more (higher is better).',
    );
    expect(words('decrease')).toBe(
      '"conversion" in treatment is higher than in control by 1 percentage point or more (lower is better).',
    );
  });
});
