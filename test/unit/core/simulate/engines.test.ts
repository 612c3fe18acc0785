import { describe, expect, test } from 'vitest';
import type { Plan, PlanMetric } from '../../../../src/core/experiment/plan/planSchema';
import { createSimulation } from '../../../../src/core/simulate/simulation';
import type { SimulationRequest } from '../../../../src/core/simulate/simulationRequest';
import type { EngineKind, SimulationResult } from '../../../../src/core/simulate/simulationResult';
import { chiSquareUpperTail } from '../../../../src/core/stats/distributions/chiSquareUpperTail';
import { planWith } from '../../../support/examplePlan';

function run(plan: Plan, more: Partial<SimulationRequest> = {}): SimulationResult {
  const created = createSimulation({ plan, seed: 11, replications: 4000, ...more });
  if (created.kind === 'refused') throw new Error(created.message);
  const { simulation } = created;
  const blocks = Array.from({ length: simulation.blockCount }, (_, i) => simulation.runBlock(i));
  return simulation.summarise(blocks)!;
}

/** Homogeneity of two histograms: p-value of Pearson's chi-square, rare bins put together. */
function sameDistribution(one: SimulationResult, other: SimulationResult): number {
  let [statistic, cells, rest, otherRest] = [0, 0, 0, 0];
  const add = (a: number, b: number): void => {
    statistic += ((a - b) * (a - b)) / (a + b);
    cells += 1;
  };
  one.estimates.histogram.forEach(({ launches }, i) => {
    const others = other.estimates.histogram[i]?.launches ?? 0;
    rest += launches;
    otherRest += others;
    if (rest + otherRest < 40) return;
    add(rest, otherRest);
    [rest, otherRest] = [0, 0];
  });
  return chiSquareUpperTail(statistic, cells - 1);
}

const small = { newUnitsPerDay: 300 };

describe('both engines have one distribution', () => {
  const rows: readonly (readonly [string, Partial<PlanMetric>, Partial<Plan>])[] = [
    ['a proportion', { baseline: 0.3, minimumDetectableEffect: { absolute: 0.08 } }, {}],
    [
      'a mean',
      {
        kind: 'mean',
        test: 'welch',
        baseline: 10,
        deviation: 5,
        minimumDetectableEffect: { absolute: 1 },
      },
      {},
    ],
    [
      'counts',
      {
        kind: 'count',
        test: 'poisson',
        baseline: 1.2,
        minimumDetectableEffect: { relative: 0.15 },
      },
      {},
    ],
    [
      'segments, bots and lost telemetry',
      { baseline: 0.3, minimumDetectableEffect: { absolute: 0.08 } },
      {
        simulation: {
          segments: [
            { name: 'mobile', share: 0.7, baseline: 0.5, effect: 1 },
            { name: 'desktop', share: 0.3, baseline: 2, effect: 0.5 },
          ],
          bots: { share: 0.1, value: 0 },
          lostShare: { control: 0.05, treatment: 0.2 },
        },
      },
    ],
  ];
  test.each(rows)('%s', (_what, metric, more) => {
    const plan = {
      ...planWith({ metric, traffic: small, design: { looks: 3, analysis: 'group-sequential' } }),
      ...more,
    };
    const [counts, users] = (['counts', 'users'] as const).map((engine: EngineKind) =>
      run(plan, { engine, seed: engine === 'counts' ? 1 : 2 }),
    ) as [SimulationResult, SimulationResult];
    expect([counts.engine.kind, users.engine.kind]).toEqual(['counts', 'users']);
    expect(sameDistribution(counts, users)).toBeGreaterThan(1e-3);
    for (const read of [
      (result: SimulationResult) => result.power,
      (result: SimulationResult) => result.rule.falseAlarms,
      (result: SimulationResult) => result.peeking!.daily.falseAlarms,
      (result: SimulationResult) => result.sampleRatioAlarms!,
    ]) {
      const [one, other] = [read(counts), read(users)];
      const error = Math.hypot(one.standardError, other.standardError);
      expect(Math.abs(one.estimate - other.estimate)).toBeLessThan(4 * error + 0.002);
    }
  });
});

describe('user by user: the power is the formula’s', () => {
  const rows: readonly (readonly [string, Partial<PlanMetric>])[] = [
    [
      'revenue',
      {
        kind: 'revenue',
        test: 'welch',
        baseline: 3,
        buyerShare: 0.4,
        logDeviation: 0.4,
        minimumDetectableEffect: { relative: 0.1 },
      },
    ],
    [
      'negative binomial counts',
      {
        kind: 'count',
        test: 'negative-binomial',
        baseline: 2,
        dispersion: 0.5,
        minimumDetectableEffect: { relative: 0.12 },
      },
    ],
    [
      'rates',
      {
        kind: 'rate',
        test: 'negative-binomial',
        baseline: 0.3,
        dispersion: 0.4,
        exposure: 7,
        minimumDetectableEffect: { relative: 0.15 },
      },
    ],
    [
      'a ratio',
      {
        kind: 'ratio',
        test: 'delta-method',
        baseline: 0.4,
        deviation: 3,
        denominatorMean: 6,
        denominatorDeviation: 4,
        numeratorDenominatorCorrelation: 0.7,
        minimumDetectableEffect: { absolute: 0.04 },
      },
    ],
    [
      'a linearised ratio',
      {
        kind: 'ratio',
        test: 'delta-method',
        baseline: 0.4,
        deviation: 0.5,
        minimumDetectableEffect: { absolute: 0.05 },
      },
    ],
    [
      'ranks',
      {
        kind: 'rank',
        test: 'mann-whitney',
        baseline: 0.5,
        minimumDetectableEffect: { absolute: 0.08 },
      },
    ],
    [
      'a median',
      {
        kind: 'quantile',
        test: 'quantile-normal',
        quantile: 0.5,
        baseline: 300,
        logDeviation: 0.5,
        minimumDetectableEffect: { relative: 0.03 },
      },
    ],
  ];
  test.each(rows)('%s', (_what, metric) => {
    const plan = planWith({ metric, traffic: { newUnitsPerDay: 2000 } });
    const { engine, power, formulaPower } = run(plan, { replications: 2000, only: 'power' });
    expect(engine.kind).toBe('users');
    const error = Math.sqrt((formulaPower * (1 - formulaPower)) / 2000);
    // The formulas are of normal estimates, which skewed values are only nearly.
    expect(Math.abs(power.estimate - formulaPower)).toBeLessThan(4 * error + 0.012);
  });
});

describe('what the plan’s simulation changes', () => {
  const base = planWith({
    metric: { baseline: 0.3, minimumDetectableEffect: { absolute: 0.05 } },
    traffic: { newUnitsPerDay: 400 },
  });
  const changed = (simulation: NonNullable<Plan['simulation']>) =>
    run({ ...base, simulation }, { replications: 4000 });

  test('no effect: what is found is false alarms, and it is said', () => {
    const { power, changes, comparison, rule } = changed({ effect: 0 });
    expect(comparison.trueEffect).toBe(0);
    expect(changes).toEqual(['The true effect is 0 times the planned one.']);
    expect(Math.abs(power.estimate - 0.025)).toBeLessThan(0.01);
    expect(Math.abs(rule.wrongWay.estimate - 0.025)).toBeLessThan(0.01);
  });

  test('harm is mostly found the wrong way, and the treatment is what is worse', () => {
    const { rule, exposedToWorse } = changed({ effect: -1 });
    // Φ(2.8016 √(.4375 / .3975) - 1.96): the variance of 0.25 is smaller than that of 0.35.
    expect(Math.abs(rule.wrongWay.estimate - 0.8363)).toBeLessThan(0.024);
    expect(exposedToWorse?.variant).toBe('treatment');
  });

  test('a novelty fades: estimates fall from day to day to the mean of what was there', () => {
    const { effectByDay, comparison } = changed({ overTime: { kind: 'novelty', days: 2 } });
    const means = effectByDay.map(({ mean }) => mean);
    expect(means[0]).toBeGreaterThan(0.09);
    expect(means.at(-1)).toBeLessThan(means[0]!);
    expect(Math.abs(means.at(-1)! - comparison.trueEffect)).toBeLessThan(0.002);
  });

  test('a delayed effect is not there before its day', () => {
    const { effectByDay } = changed({ overTime: { kind: 'delayed', days: 3 } });
    expect(Math.abs(effectByDay[2]!.mean)).toBeLessThan(0.003);
    expect(effectByDay.at(-1)!.mean).toBeGreaterThan(0.015);
  });

  test('bots dilute: a tenth of units that never convert takes a tenth of the effect', () => {
    const { comparison, effectByDay } = changed({ bots: { share: 0.1, value: 0 } });
    expect(comparison.trueEffect).toBeCloseTo(0.045, 10);
    expect(Math.abs(effectByDay.at(-1)!.mean - 0.045)).toBeLessThan(0.002);
  });

  test('telemetry lost unevenly sets off the sample-ratio alarm', () => {
    const { sampleRatioAlarms } = changed({ lostShare: { control: 0, treatment: 0.2 } });
    expect(sampleRatioAlarms!.estimate).toBeGreaterThan(0.9);
  });
});
