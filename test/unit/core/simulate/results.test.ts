import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../../src/core/experiment/plan/planSchema';
import { sizePlan } from '../../../../src/core/experiment/size/sizePlan';
import { createSimulation } from '../../../../src/core/simulate/simulation';
import type { SimulationRequest } from '../../../../src/core/simulate/simulationRequest';
import type {
  SimulatedShare,
  SimulationResult,
} from '../../../../src/core/simulate/simulationResult';
import { planWith } from '../../../support/examplePlan';

function run(plan: Plan, replications: number, more: Partial<SimulationRequest> = {}) {
  const created = createSimulation({ plan, seed: 5, replications, ...more });
  if (created.kind === 'refused') throw new Error(created.message);
  const { simulation } = created;
  const blocks = Array.from({ length: simulation.blockCount }, (_, i) => simulation.runBlock(i));
  return simulation.summarise(blocks) as SimulationResult;
}

/** Within four standard errors of a share whose truth is known. */
function expectShare(
  { estimate }: Pick<SimulatedShare, 'estimate'>,
  truth: number,
  replications: number,
): void {
  const error = Math.sqrt((truth * (1 - truth)) / replications);
  expect(Math.abs(estimate - truth)).toBeLessThan(4 * error + 1e-12);
}

const twenty = { metric: { baseline: 0.2, minimumDetectableEffect: { absolute: 0.01 } } } as const;

describe('what peeking does', () => {
  // Armitage, McPherson and Rowe 1969: .083, .142, .193 and .248 for 2, 5, 10 and 20 looks.
  test('has the false alarms of the published table', () => {
    const plan = planWith({ ...twenty, traffic: { newUnitsPerDay: 3000 } });
    const { peeking } = run(plan, 20_000);
    const rows = peeking?.byLooks ?? [];
    expect(rows.map(({ looks }) => looks)).toEqual([2, 5, 10, 20]);
    [0.0831, 0.1417, 0.1934, 0.2479].forEach((published, i) => {
      expect(Math.abs((rows[i]?.formula ?? 0) - published)).toBeLessThan(5e-5);
      expectShare(rows[i]!.falseAlarms, published, 20_000);
    });
  });

  test('is told of the plan’s own days', () => {
    const plan = planWith({ ...twenty, design: { days: 20 }, traffic: { newUnitsPerDay: 1000 } });
    const { peeking, rule } = run(plan, 20_000);
    expectShare(peeking!.daily.falseAlarms, 0.2479, 20_000);
    expectShare(rule.falseAlarms, 0.05, 20_000);
    expect(peeking?.daily.stops.withoutEffect).toHaveLength(20);
    expect(peeking!.daily.power.estimate).toBeGreaterThan(rule.power.estimate);
    expect(peeking?.daily.daysToDecision.withEffect.mean.estimate).toBeLessThan(20);
  });
});

describe('the plan’s own rule', () => {
  test.each([
    ['pocock', {}],
    ['obrien-fleming', {}],
    ['lan-demets-obrien-fleming', { futility: { bounds: 'z', z: 0.3, binding: false } }],
  ] as const)(
    'group sequential, %s: chances to stop at each look are the recursion’s',
    (bounds, more) => {
      const plan = planWith({
        ...twenty,
        design: { analysis: 'group-sequential', bounds, ...more },
        traffic: { newUnitsPerDay: 2000 },
      });
      const { rule, power, formulaPower } = run(plan, 10_000);
      const answer = sizePlan(plan).value?.sequential;
      expectShare(power, formulaPower, 10_000);
      expectShare(rule.falseAlarms, answer!.typeOneError, 10_000);
      for (const world of ['withEffect', 'withoutEffect'] as const) {
        const chances = answer!.stopProbability[world === 'withEffect' ? 'effect' : 'null'];
        rule.stops[world].slice(0, -1).forEach(({ success, wrong, futility }, look) => {
          const estimate = success.estimate + wrong.estimate + futility.estimate;
          expectShare({ estimate }, chances[look]!, 10_000);
        });
      }
      const mean = rule.unitsAtDecision.withEffect;
      expect(Math.abs(mean.estimate! - answer!.averageTotal.effect)).toBeLessThan(
        4 * mean.standardError! + answer!.averageTotal.effect * 0.001,
      );
    },
  );

  test.each([
    ['asymptotic-cs', {}],
    ['msprt', {}],
    ['asymptotic-cs', { vendor: 'growthbook' }],
    ['msprt', { vendor: 'statsig' }],
  ] as const)('always valid, %s %j: power at any look is the formula’s', (method, vendor) => {
    const plan = planWith({
      ...twenty,
      design: { analysis: 'always-valid', method, ...vendor },
      traffic: { newUnitsPerDay: 4000 },
    });
    const { power, formulaPower, rule } = run(plan, 10_000);
    // Bounds follow the data's own variance, the formula the planned one: a small part of a point apart.
    expect(Math.abs(power.estimate - formulaPower)).toBeLessThan(4 * 0.004 + 0.003);
    expect(rule.falseAlarms.estimate).toBeLessThan(0.05);
  });
});

describe('estimates', () => {
  test('exaggerate as Gelman and Carlin’s formula says, where power is low', () => {
    const plan = planWith({ ...twenty, design: { sampleSizePerVariant: 2000 } });
    const { estimates } = run(plan, 40_000);
    // Type M and S by their formula: effect 0.01, standard error √(.16/2000 + .1659/2000), two-sided 5 %.
    const error = Math.sqrt((0.2 * 0.8 + 0.21 * 0.79) / 2000);
    expect(estimates.trueEffect).toBeCloseTo(0.01, 12);
    expect(Math.abs(estimates.deviation! / error - 1)).toBeLessThan(0.02);
    const { typeM, typeS } = { typeM: 3.1236, typeS: 0.0248 };
    expect(Math.abs(estimates.exaggeration.estimate! - typeM)).toBeLessThan(
      4 * estimates.exaggeration.standardError! + 0.01,
    );
    expect(Math.abs(estimates.wrongSign!.estimate - typeS)).toBeLessThan(
      4 * estimates.wrongSign!.standardError,
    );
    const bins = estimates.histogram;
    expect(bins.reduce((sum, { launches }) => sum + launches, 0)).toBe(40_000);
    expect(bins.every(({ launches, significant }) => significant <= launches)).toBe(true);
  });
});

describe('a size by simulation', () => {
  test('is the formula’s, with an interval that holds it', () => {
    const { requiredSize, powerByUnits } = run(planWith(twenty), 20_000);
    const needed = sizePlan(planWith(twenty)).value!.total;
    expect(requiredSize?.agrees).toBe(true);
    expect(requiredSize!.interval.low!).toBeLessThan(needed);
    expect(requiredSize!.interval.high!).toBeGreaterThan(needed);
    expect(Math.abs(requiredSize!.units! / needed - 1)).toBeLessThan(0.03);
    for (const { power, formula } of powerByUnits) expectShare(power, formula, 20_000);
  });

  const rare = {
    weights: [95, 5],
    metric: { baseline: 0.02, minimumDetectableEffect: { absolute: 0.06 } },
  };

  test('is the enumerated one where few events are expected', () => {
    const { requiredSize } = run(planWith(rare), 20_000);
    expect(requiredSize?.agrees).toBe(true);
  });

  test('differs where few events are expected and not all outcomes can be gone through, with the likely reason', () => {
    const design = { analysis: 'group-sequential', looks: 2 } as const;
    const { requiredSize } = run(planWith({ ...rare, design }), 20_000);
    expect(requiredSize?.agrees).toBe(false);
    expect(requiredSize?.reason).toContain('expected events in a variant');
  });
});

describe('alarms', () => {
  test('of the sample ratio are as rare as their level where nothing is wrong', () => {
    const plan = planWith({ ...twenty, weights: [50, 30, 20], design: { ratioAlarmLevel: 0.05 } });
    const { sampleRatioAlarms } = run(plan, 20_000);
    expectShare(sampleRatioAlarms!, 0.05, 20_000);
    expect(sampleRatioAlarms?.alarmLevel).toBe(0.05);
  });

  test('of guardrails: harm that is not there, and a margin that is held', () => {
    const plan = planWith({
      ...twenty,
      moreMetrics: [
        {
          name: 'errors',
          role: 'guardrail',
          baseline: 0.05,
          direction: 'decrease',
          minimumDetectableEffect: { absolute: 0 },
          margin: { relative: 0.1 },
        },
      ],
    });
    const { guardrails } = run(plan, 20_000);
    const [errors] = guardrails;
    expect(errors?.metric).toBe('errors');
    expectShare(errors!.alarms, 0.025, 20_000);
    expectShare(errors!.held!, errors!.formulaHeld!, 20_000);
  });
});

describe('a margin', () => {
  test('is shown as often as the formula says, and falsely at its level', () => {
    const plan = planWith({
      metric: {
        baseline: 0.2,
        minimumDetectableEffect: { absolute: 0 },
        margin: { absolute: 0.01 },
      },
    });
    const { power, formulaPower, rule } = run(plan, 20_000);
    expectShare(power, formulaPower, 20_000);
    expectShare(rule.falseAlarms, 0.025, 20_000);
  });
});

describe('other kinds by exact sums', () => {
  test.each([
    ['welch', { kind: 'mean', test: 'welch', baseline: 10, deviation: 24 }],
    [
      'two deviations',
      { kind: 'mean', test: 'welch', baseline: 10, deviation: 24, treatmentDeviation: 40 },
    ],
    ['normal', { kind: 'mean', test: 'normal', baseline: -3, deviation: 24 }],
    ['poisson', { kind: 'count', test: 'poisson', baseline: 1.4 }],
    ['poisson-score', { kind: 'rate', test: 'poisson-score', baseline: 0.2, exposure: 7 }],
    ['pooled', { kind: 'proportion', test: 'z-pooled', baseline: 0.3 }],
  ] as const)('%s', (_what, metric) => {
    const plan = planWith({ metric: { ...metric } });
    const { power, formulaPower, engine } = run(plan, 10_000);
    expect(engine.kind).toBe('counts');
    expectShare(power, formulaPower, 10_000);
  });

  test('of a dozen units: Welch’s t as the noncentral t has it, where the split is exact', () => {
    const plan = planWith({
      metric: {
        kind: 'mean',
        test: 'welch',
        baseline: 10,
        deviation: 1,
        minimumDetectableEffect: { absolute: 1.2 },
      },
    });
    const exact = run(plan, 20_000, { split: 'fixed' });
    expectShare(exact.power, exact.formulaPower, 20_000);
    expectShare(exact.rule.falseAlarms, 0.05, 20_000);
    // A split by chance is seldom even among so few, and costs power.
    expect(run(plan, 20_000).power.estimate).toBeLessThan(exact.power.estimate - 0.02);
  });
});

describe('several rules', () => {
  test('judge the same launches', () => {
    const plan = planWith({ ...twenty, traffic: { newUnitsPerDay: 2000 } });
    const { rule, otherRules } = run(plan, 5000, {
      rules: [
        'z-unpooled',
        'z-pooled',
        'relative-delta',
        'group-sequential',
        'growthbook',
        'bayesian',
      ],
    });
    const [unpooled, pooled, relative, grouped, growthbook, bayesian] = otherRules;
    expect(unpooled?.power).toEqual(rule.power);
    expect(Math.abs(pooled!.power.estimate - rule.power.estimate)).toBeLessThan(0.003);
    expect(relative!.power.estimate).toBeLessThan(rule.power.estimate);
    for (const each of otherRules) {
      if (each.formula !== null) expectShare(each.power, each.formula.power, 5000);
    }
    expect(growthbook!.power.estimate).toBeLessThan(grouped!.power.estimate);
    // Ten looks at 1.645 on each side without a correction.
    expect(bayesian!.falseAlarms.estimate).toBeGreaterThan(0.25);
  });
});

describe('traffic', () => {
  test('that differs between days moves the days, not the power', () => {
    const plan = planWith({
      ...twenty,
      traffic: { newUnitsPerDay: 3000, weekday: [1, 1, 1, 1, 1, 0, 0], ramp: [0.1, 0.5] },
    });
    const { traffic, power, formulaPower } = run(plan, 10_000);
    expectShare(power, formulaPower, 10_000);
    // 3,000 · 7/5 · 0.1, half of them control.
    expect(traffic[0]?.newUnits).toEqual([210, 210]);
    expect(traffic[5]?.newUnits).toEqual([0, 0]);
  });
});

describe('the film', () => {
  const plan = planWith({
    ...twenty,
    design: { analysis: 'group-sequential', looks: 4 },
    traffic: { newUnitsPerDay: 5000 },
  });

  test('shows one launch day by day, with the bounds where the plan looks', () => {
    const { film, days, rule } = run(plan, 1000);
    expect(film.frames).toHaveLength(days);
    const looks = film.frames.filter(({ isLook }) => isLook).map(({ day }) => day);
    expect(looks).toEqual([...new Set(rule.stops.withEffect.map(({ day }) => day))]);
    expect(
      film.frames.every(({ isLook, successBound }) => isLook === (successBound !== null)),
    ).toBe(true);
    const last = film.frames.at(-1);
    expect(last!.interval!.low).toBeLessThan(last!.estimate!);
  });

  test('is another with another number, and the same with the same', () => {
    const created = createSimulation({ plan, seed: 5, replications: 1000 });
    if (created.kind === 'refused') throw new Error(created.message);
    const { simulation } = created;
    expect(simulation.film(1)).toEqual(simulation.film(1));
    expect(simulation.film(1).frames).not.toEqual(simulation.film(0).frames);
  });
});

describe('a launch of many days', () => {
  // 5.2 %, 5 % relative: 234,340 users, 400 a day take 586 days.
  const plan = planWith({ traffic: { newUnitsPerDay: 400 } });
  const { days, film, peeking, effectByDay, power } = run(plan, 200);

  test('has a result of less than 300 kB, and every day’s effect', () => {
    expect(days).toBe(586);
    expect(JSON.stringify({ film, peeking, effectByDay }).length).toBeLessThan(300_000);
    expect(effectByDay).toHaveLength(586);
  });

  test('is filmed every few days, from the first to the last', () => {
    const filmed = film.frames.map(({ day }) => day);
    expect(filmed.length).toBeLessThanOrEqual(122);
    expect(filmed[0]).toBe(1);
    expect(filmed.at(-1)).toBe(586);
    expect(film.frames.at(-1)?.isLook).toBe(true);
    expect(Math.max(...filmed.slice(1).map((day, i) => day - filmed[i]!))).toBe(5);
  });

  test('tells where daily looks end it in rows of several, which leave none out', () => {
    const { stops, power: found, falseAlarms } = peeking!.daily;
    expect(stops.withEffect).toHaveLength(118);
    expect(stops.withEffect.at(-1)).toMatchObject({ look: 586, day: 586 });
    const sum = (rows: typeof stops.withEffect, kind: 'success' | 'wrong' | 'undecided') =>
      rows.reduce((all, row) => all + row[kind].estimate, 0);
    expect(sum(stops.withEffect, 'success')).toBeCloseTo(found.estimate, 10);
    expect(sum(stops.withoutEffect, 'success') + sum(stops.withoutEffect, 'wrong')).toBeCloseTo(
      falseAlarms.estimate,
      10,
    );
    const whole = (['success', 'wrong', 'undecided'] as const).map((kind) =>
      sum(stops.withEffect, kind),
    );
    expect(whole.reduce((all, each) => all + each)).toBeCloseTo(1, 10);
    expect(found.estimate).toBeGreaterThan(power.estimate);
  });
});
