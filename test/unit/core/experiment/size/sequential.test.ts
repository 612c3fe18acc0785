import { describe, expect, test } from 'vitest';
import type { PlanDesign } from '../../../../../src/core/experiment/plan/planSchema';
import { effectCurve } from '../../../../../src/core/experiment/size/effectCurve';
import { powerAt } from '../../../../../src/core/experiment/size/powerAt';
import { sizePlan } from '../../../../../src/core/experiment/size/sizePlan';
import { solvePlan } from '../../../../../src/core/experiment/size/solvePlan';
import { normalQuantile } from '../../../../../src/core/stats/distributions/normalQuantile';
import { type PlanChanges, planWith } from '../../../../support/examplePlan';

const plain = planWith({});

function sized(design: Partial<PlanDesign>, changes: PlanChanges = {}) {
  const plan = planWith({ ...changes, design });
  const { value, diagnostics } = sizePlan(plan);
  expect(diagnostics).toEqual([]);
  if (value === null || value.sequential === null) throw new Error('no sequential answer');
  return { plan, value, sequential: value.sequential };
}

/** 2 · 117,170 of the README's plan, unrounded. */
const fixedTotal = (() => {
  const exact = sizePlan(plain).value?.perVariant.map(({ exact }) => exact) ?? [];
  return exact.reduce((sum, size) => sum + size, 0);
})();

describe('group sequential plans', () => {
  test('five Pocock looks: inflation and mean of the published tables (Jennison and Turnbull, tables 2.1 and 2.2)', () => {
    const { value, sequential } = sized({
      analysis: 'group-sequential',
      looks: 5,
      bounds: 'pocock',
    });
    expect(sequential.bounds.map((z) => z?.toFixed(3))).toEqual(Array(5).fill('2.413'));
    expect(sequential.maximumInflation).toBeCloseTo(1.229, 3);
    expect(value.total).toBe(2 * Math.ceil((fixedTotal * sequential.maximumInflation) / 2));
    expect(sequential.typeOneError).toBeCloseTo(0.05, 10);
    expect(sequential.power).toBeCloseTo(0.8, 10);
    expect(value.power).toBeCloseTo(0.8, 4);
    // 12,000 users a day: a fifth of 287,910 is in on day 5.
    expect(sequential.looks.map(({ day }) => day)).toEqual([5, 10, 15, 20, 24]);
    expect(value.sentence).toContain('at most 287,910 users');
  });

  test("O'Brien-Fleming, 5 looks, 80 %: 1.028 and mean .818 (the table of sequential facts)", () => {
    const { sequential } = sized({
      analysis: 'group-sequential',
      looks: 5,
      bounds: 'obrien-fleming',
    });
    expect(sequential.maximumInflation).toBeCloseTo(1.0284, 4);
    expect(sequential.averageSample.effect).toBeCloseTo(0.81757, 5);
    const stops = sequential.stopProbability;
    expect(stops.null.reduce((sum, p) => sum + p, 0)).toBeCloseTo(0.05, 10);
    expect(stops.effect.reduce((sum, p) => sum + p, 0)).toBeCloseTo(0.8, 5);
  });

  test('one look is the fixed horizon', () => {
    const { value, sequential } = sized({ analysis: 'group-sequential', looks: 1 });
    expect(value.total).toBe(sizePlan(plain).value?.total);
    expect(sequential.maximumInflation).toBeCloseTo(1, 12);
  });

  test('the first of 14 daily bounds is right in the far tail (gs_numeric.R: 8.30465)', () => {
    const { sequential } = sized({ analysis: 'group-sequential', looks: 14 });
    expect(sequential.bounds[0]).toBeCloseTo(8.30465, 5);
  });

  test('where no result is enough there is no bound: a look a day for a year', () => {
    const { sequential } = sized({ analysis: 'group-sequential', looks: 365 });
    expect(sequential.bounds[0]).toBeNull();
    expect(sequential.typeOneError).toBeCloseTo(0.05, 9);
  });

  test('binding futility lowers the bounds of success; a band around 0 on two sides', () => {
    const futility = { bounds: 'lan-demets-obrien-fleming', binding: true } as const;
    const open = sized({ analysis: 'group-sequential', looks: 4 });
    const { sequential } = sized({ analysis: 'group-sequential', looks: 4, futility });
    expect(sequential.typeOneError).toBeCloseTo(0.05, 9);
    expect(sequential.power).toBeCloseTo(0.8, 8);
    expect(sequential.bounds[3] ?? NaN).toBeLessThan(open.sequential.bounds[3] ?? NaN);
    expect(sequential.averageSample.null).toBeLessThan(open.sequential.averageSample.null);
    expect(sequential.futilityProbability.null[3]).toBe(0);
  });

  test('futility that is not binding leaves the bounds of success', () => {
    const futility = { bounds: 'power', exponent: 3, binding: false } as const;
    const open = sized({ analysis: 'group-sequential', looks: 4, sides: 'one' });
    const { sequential } = sized({
      analysis: 'group-sequential',
      looks: 4,
      sides: 'one',
      futility,
    });
    expect(sequential.bounds).toEqual(open.sequential.bounds);
    expect(sequential.typeOneError).toBeLessThan(0.05);
    expect(sequential.power).toBeCloseTo(0.8, 8);
  });

  test('power, size and detectable effect agree with each other', () => {
    const { plan, value } = sized({ analysis: 'group-sequential', looks: 5, bounds: 'pocock' });
    const exact = value.perVariant.reduce((sum, size) => sum + size.exact, 0);
    expect(powerAt(plan, exact)).toBeCloseTo(0.8, 9);
    const days = Math.ceil(exact / 12_000);
    const curve = effectCurve(plan, { days });
    expect(curve.at(-2)?.relativeEffect ?? NaN).toBeGreaterThan(0.05);
    expect(curve.at(-1)?.relativeEffect ?? NaN).toBeLessThanOrEqual(0.05);
  });

  test('t tests, non-inferiority and decreases are sized by it too', () => {
    const metric = {
      kind: 'mean',
      baseline: 20,
      deviation: 10,
      test: 'welch',
      direction: 'decrease',
      minimumDetectableEffect: { absolute: 1 },
    } as const;
    const design = { analysis: 'group-sequential', looks: 2, bounds: 'pocock' } as const;
    const single = sizePlan(planWith({ metric })).value;
    const several = sizePlan(planWith({ metric, design })).value;
    // Pocock, 2 looks, 80 %: 1.110.
    expect((several?.total ?? NaN) / (single?.total ?? NaN)).toBeCloseTo(1.11, 2);
  });

  test('what is exact for one look is refused', () => {
    const { value, diagnostics } = sizePlan(
      planWith({ metric: { test: 'fisher-exact' }, design: { analysis: 'group-sequential' } }),
    );
    expect(value).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['plan-analysis-exact']);
  });

  test('keys of another analysis are told to change nothing', () => {
    const { value } = sized({ analysis: 'group-sequential', vendor: 'eppo', exponent: 2 });
    const note = value.warnings.find(({ code }) => code === 'unused-keys');
    expect(note?.message).toContain('exponent of the design, vendor of the design');
  });
});

describe('always valid plans', () => {
  test("GrowthBook's form: fewer users than its own planner asks for, bounds by its formula", () => {
    const { value, sequential } = sized({ analysis: 'always-valid', vendor: 'growthbook' });
    // sequentialRho(.05, 5000)² = .0015872309...; multiplier at the last look by the published formula.
    const rate = 7.93615460366 / 5000;
    const n = sequential.looks.at(-1)?.total ?? NaN;
    const r = n * rate;
    const last = Math.sqrt(((2 * (r + 1)) / r) * Math.log(Math.sqrt(r + 1) / 0.05));
    expect(sequential.bounds.at(-1)).toBeCloseTo(last, 5);
    expect(sequential.typeOneError).toBeLessThan(0.05);
    expect(sequential.power).toBeCloseTo(0.8, 9);
    expect(sequential.plannerTotal ?? NaN).toBeGreaterThan(1.3 * value.total);
    expect(value.warnings.map(({ code }) => code)).toContain('vendor-planner');
  });

  test("Statsig's form is a fixed threshold for equal arms: 3.5845 at every look", () => {
    // A baseline around a half, so that both variants have the same variance.
    const plan = planWith({
      metric: { baseline: 0.49, minimumDetectableEffect: { absolute: 0.02 } },
      design: { analysis: 'always-valid', vendor: 'statsig' },
    });
    const { sequential } = sizePlan(plan).value ?? {};
    for (const bound of sequential?.bounds ?? [NaN]) expect(bound).toBeCloseTo(3.58451536, 6);
    // Type I over 14 looks: .0025.
    expect(sequential?.typeOneError.toFixed(4)).toBe('0.0025');
  });

  test('a mixture over the planned effect: z² = (r + 1) / r · (2 ln 20 + ln(r + 1)), r the squared drift', () => {
    const { sequential } = sized({ analysis: 'always-valid', method: 'msprt', looks: 7 });
    const fixed = normalQuantile(0.8) - normalQuantile(0.025);
    const r = fixed * fixed * sequential.maximumInflation;
    const last = Math.sqrt(((r + 1) / r) * (2 * Math.log(20) + Math.log(r + 1)));
    expect(sequential.bounds.at(-1)).toBeCloseTo(last, 6);
  });
});

describe('Bayesian plans', () => {
  test('a flat prior and 97.5 % is the two-sided test at 5 %', () => {
    const { value, sequential } = sized({ analysis: 'bayesian', rule: { probability: 0.975 } });
    expect(sequential.maximumInflation).toBeCloseTo(1, 9);
    expect(sequential.typeOneError).toBeCloseTo(0.05, 9);
    expect(value.total).toBe(sizePlan(plain).value?.total);
  });

  test('twenty looks at 97.5 % are twenty looks at 1.96: false alarms of 24.8 %', () => {
    const { value, sequential } = sized({
      analysis: 'bayesian',
      looks: 20,
      rule: { probability: 0.975 },
    });
    expect(sequential.typeOneError).toBeCloseTo(0.24791, 5);
    expect(value.warnings.map(({ code }) => code)).toContain('bayesian-false-alarms');
  });

  test('a sceptical prior asks for more', () => {
    const { sequential } = sized({
      analysis: 'bayesian',
      prior: { kind: 'normal', deviation: 0.001 },
      rule: { probability: 0.975 },
    });
    // Standard error at the end: effect / drift; bound z = 1.96 √(1 + (se / deviation)²).
    const fixed = normalQuantile(0.8) - normalQuantile(0.025);
    const se = 0.0026 / (fixed * Math.sqrt(sequential.maximumInflation));
    expect(sequential.bounds[0]).toBeCloseTo(1.959964 * Math.sqrt(1 + (se / 0.001) ** 2), 5);
  });

  test('a beta prior on something that is no share is refused', () => {
    const metric = { kind: 'mean', baseline: 20, deviation: 10, test: 'normal' } as const;
    const design = { analysis: 'bayesian', prior: { kind: 'beta' } } as const;
    const { diagnostics } = sizePlan(planWith({ metric, design }));
    expect(diagnostics.map(({ code }) => code)).toEqual(['plan-prior-kind']);
  });
});

describe('Bayesian plans on shares', () => {
  const design = {
    analysis: 'bayesian',
    prior: { kind: 'beta', alpha: 1, beta: 1 },
    rule: { probability: 0.95 },
  } as const;
  const metric = { baseline: 0.2, minimumDetectableEffect: { absolute: 0.15 } };

  test('few units: power, false alarms and wrong sign over all outcomes (Python, the closed sum of Miller for each of 110²)', () => {
    const { value, sequential } = sized(design, { metric });
    expect(value.perVariant.map(({ sampleSize }) => sampleSize)).toEqual([109, 109]);
    expect(sequential.enumerated).toBe(true);
    expect(sequential.power).toBeCloseTo(0.8036777534786591, 10);
    expect(sequential.typeOneError).toBeCloseTo(2 * 0.04952904980779402, 10);
    expect(sequential.wrongSign).toBeCloseTo(1.678454669115009e-5, 10);
    expect(value.power).toBeCloseTo(sequential.power, 12);
    expect(value.warnings.map(({ code }) => code)).not.toContain('few-expected-events');
  });

  test('where less is better the same counts decide', () => {
    const fall = { ...metric, baseline: 0.8, direction: 'decrease' } as const;
    const { sequential } = sized(design, { metric: fall });
    expect(sequential.power).toBeCloseTo(0.8036777534786591, 10);
  });

  test('many units: the normal model, which says so', () => {
    const many = { baseline: 0.3, minimumDetectableEffect: { relative: 0.01 } };
    const { value, sequential } = sized({ ...design, looks: 5 }, { metric: many });
    expect(sequential.enumerated).toBe(false);
    expect(value.assumptions.some(({ message }) => message.includes('normal model'))).toBe(true);
  });

  test('the smallest effect at a size is that at which it has the power', () => {
    const given = { ...design, sampleSizePerVariant: 109 };
    const plan = planWith({ design: given, metric });
    const { value } = solvePlan(plan, 'effect');
    const effect = value?.effects[0]?.absolute ?? NaN;
    expect(effect).toBeLessThan(0.15);
    const again = planWith({
      design: given,
      metric: { ...metric, minimumDetectableEffect: { absolute: effect } },
    });
    expect(solvePlan(again, 'power').value?.power).toBeCloseTo(0.8, 8);
  });
});
