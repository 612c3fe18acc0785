import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../../src/core/experiment/plan/planSchema';
import { powerAt } from '../../../../src/core/experiment/size/powerAt';
import { sizePlan } from '../../../../src/core/experiment/size/sizePlan';
import type { BlockSums } from '../../../../src/core/simulate/blockSums';
import { createSimulation, type Simulation } from '../../../../src/core/simulate/simulation';
import type { SimulationRequest } from '../../../../src/core/simulate/simulationRequest';
import type { SimulationResult } from '../../../../src/core/simulate/simulationResult';
import { quantileOfSorted } from '../../../../src/core/stats/descriptive';
import { examplePlan, planWith, type PlanChanges } from '../../../support/examplePlan';

function ready(request: SimulationRequest): Simulation {
  const created = createSimulation(request);
  if (created.kind === 'refused') throw new Error(created.message);
  return created.simulation;
}

function blocksOf(simulation: Simulation): BlockSums[] {
  return Array.from({ length: simulation.blockCount }, (_, block) => simulation.runBlock(block));
}

function run(plan: Plan, replications: number, seed = 1): SimulationResult {
  const simulation = ready({ plan, seed, replications });
  const result = simulation.summarise(blocksOf(simulation));
  if (result === null) throw new Error('a run has a result');
  return result;
}

/** A plan that is quick to run: five days. */
const quick = planWith({
  metric: { baseline: 0.2, minimumDetectableEffect: { absolute: 0.05 } },
  traffic: { newUnitsPerDay: 500 },
});

describe('simulated power is the formula’s', () => {
  // At least 30 expected events a variant; seeds fixed.
  const rows: readonly (readonly [what: string, changes: PlanChanges])[] = [
    ['the example', {}],
    ['equal', { metric: { baseline: 0.2, minimumDetectableEffect: { absolute: 0.03 } } }],
    ['unequal', { weights: [90, 10] }],
    ['the small variant as control', { weights: [10, 90] }],
    ['a decrease', { metric: { baseline: 0.4, direction: 'decrease' } }],
    ['one side', { design: { sides: 'one' } }],
    ['high power', { design: { power: 0.95 } }],
    ['low power', { design: { power: 0.3 } }],
    ['a strict level', { design: { significanceLevel: 0.001 } }],
    ['rare', { metric: { baseline: 0.005, minimumDetectableEffect: { relative: 0.3 } } }],
    ['common', { metric: { baseline: 0.95, minimumDetectableEffect: { absolute: 0.01 } } }],
    ['three variants', { weights: [2, 1, 1] }],
    ['a fixed length', { design: { days: 10 } }],
    ['a fixed size', { design: { sampleSizePerVariant: 40_000 } }],
  ];
  test.each(rows)('%s', (_what, changes) => {
    const plan = planWith(changes);
    const found = run(plan, 5000, 42);
    const { power, formulaPower, refinedPower, standardErrorsApart, agrees } = found;
    const size = sizePlan(plan).value;
    expect(formulaPower).toBe(powerAt(plan, size?.given?.total ?? size?.total ?? 0));
    // All outcomes gone through, near to what the formula says.
    const truth = refinedPower?.power ?? NaN;
    expect(Math.abs(truth - formulaPower)).toBeLessThan(0.01);
    expect(standardErrorsApart).toBeCloseTo(
      Math.abs(power.estimate - truth) / Math.sqrt((truth * (1 - truth)) / 5000),
      9,
    );
    expect(standardErrorsApart).toBeLessThan(3.5);
    expect(agrees).toBe(true);
  });

  test('and where the formula is off, it is said', () => {
    // 13 users a variant: the normal approximation cannot hold.
    const plan = planWith({
      metric: { baseline: 0.5, minimumDetectableEffect: { absolute: 0.45 } },
      traffic: { newUnitsPerDay: 10 },
    });
    expect(run(plan, 100_000).agrees).toBe(false);
  });

  test('with no effect to find it is half the significance level: the wrong tail is not counted', () => {
    // An effect far below what this size can see, as good as none, and yet one whose own size can be counted (5e14 units).
    const plan = planWith({
      metric: { baseline: 0.2, minimumDetectableEffect: { absolute: 1e-7 } },
      design: { sampleSizePerVariant: 10_000 },
    });
    const { power } = run(plan, 40_000);
    expect(Math.abs(power.estimate - 0.025)).toBeLessThan(4 * Math.sqrt((0.025 * 0.975) / 40_000));
  });
});

describe('the reference speed case', () => {
  test('10,000 a variant, 20 % against 21 %: .4176 with both tails', () => {
    const plan = planWith({
      metric: { baseline: 0.2, minimumDetectableEffect: { absolute: 0.01 } },
      design: { sampleSizePerVariant: 10_000 },
      traffic: { newUnitsPerDay: 20_000 },
    });
    const { power, days } = run(plan, 100_000);
    expect(days).toBe(1);
    // 0.41761 by the reference table; four standard errors.
    expect(Math.abs(power.estimate - 0.41761)).toBeLessThan(0.0063);
  });
});

describe('a result', () => {
  test('is a function of plan, seed and replications', () => {
    expect(run(quick, 3000, 7)).toEqual(run(quick, 3000, 7));
    expect(run(quick, 3000, 7).power).not.toEqual(run(quick, 3000, 8).power);
  });

  test('does not depend on the order or place of its blocks', () => {
    const simulation = ready({ plan: quick, seed: 3, replications: 4500 });
    const sums = blocksOf(simulation);
    const whole = simulation.summarise(sums);
    const other = ready({ plan: quick, seed: 3, replications: 4500 });
    const [first, second, ...rest] = [4, 2, 0, 3, 1].map((block) => other.runBlock(block));
    // As they came, and after a way through JSON, as between workers.
    expect(other.summarise([...rest, second, first] as BlockSums[])).toEqual(whole);
    expect(simulation.summarise(JSON.parse(JSON.stringify(sums)) as BlockSums[])).toEqual(whole);
  });

  test('of some blocks covers those without a gap from the first', () => {
    const simulation = ready({ plan: quick, seed: 3, replications: 4500 });
    const sums = blocksOf(simulation);
    expect(simulation.summarise([])).toBeNull();
    expect(simulation.summarise(sums.slice(1))).toBeNull();
    const part = simulation.summarise(sums.filter((_, block) => block !== 3));
    expect(part?.replications).toEqual({ done: 3000, planned: 4500 });
    expect(simulation.summarise(sums)?.replications).toEqual({ done: 4500, planned: 4500 });
  });

  test('of fewer replications is the beginning of one of more', () => {
    const simulation = ready({ plan: quick, seed: 3, replications: 5000 });
    const part = simulation.summarise(blocksOf(simulation).slice(0, 2));
    expect(part?.power).toEqual(run(quick, 2000, 3).power);
  });

  test('counts users and days', () => {
    const result = run(quick, 1500, 1);
    const total = sizePlan(quick).value?.total ?? 0;
    expect(result.unitsDrawn).toBe(1500 * total);
    expect(result.days).toBe(5);
    expect(result.effectByDay.map(({ day }) => day)).toEqual([1, 2, 3, 4, 5]);
    expect(result.effectByDay[1]?.subjects).toEqual([500, 500]);
    expect(result.effectByDay[4]?.subjects).toEqual([total / 2, total / 2]);
  });

  test('is the same whether its blocks are done in steps or at once', () => {
    const simulation = ready({ plan: planWith({}), seed: 9, replications: 1000 });
    const steps = simulation.startBlock(0);
    let sums: BlockSums | null = null;
    let count = 0;
    while (sums === null) {
      sums = steps.step();
      count += 1;
    }
    expect(count).toBeGreaterThan(0);
    expect(sums).toEqual(simulation.runBlock(0));
  });

  test('has its estimates about the planned effect, closer from day to day', () => {
    const { effectByDay } = run(planWith({}), 4000);
    const widths = effectByDay.map(({ low, high }) => high - low);
    for (const [i, width] of widths.entries()) {
      if (i > 0) expect(width).toBeLessThan(widths[i - 1] ?? 0);
    }
    const last = effectByDay.at(-1);
    // Standard error of the estimate at the end, by the formula: 0.0026 / 2.8016.
    const standardError = 0.0026 / 2.8016;
    expect(Math.abs((last?.mean ?? 0) - 0.0026)).toBeLessThan(
      (4 * standardError) / Math.sqrt(4000),
    );
    // Four standard errors of the distance of two quantiles of 4,000.
    const width = (last?.high ?? 0) - (last?.low ?? 0);
    expect(Math.abs(width / standardError - 2 * 1.96)).toBeLessThan(0.22);
  });

  test('has the quantiles of its estimates', () => {
    // One replication a block number of its own seed: the estimates one by one, sorted here.
    const plan = planWith({
      metric: { baseline: 0.2, minimumDetectableEffect: { absolute: 0.05 } },
      traffic: { newUnitsPerDay: 5000 },
    });
    const estimates = Array.from({ length: 2000 }, (_, seed) => {
      const simulation = ready({ plan, seed, replications: 1 });
      return simulation.runBlock(0).days[0]?.mean ?? NaN;
    }).sort((a, b) => a - b);
    const [day] = run(plan, 20_000).effectByDay;
    const standardError = 0.05 / 2.8016;
    // Two independent samples: the sampling error of a 2.5 % quantile of 2,000 is 0.06 standard errors.
    const near = 0.25 * standardError;
    expect(Math.abs((day?.low ?? 9) - quantileOfSorted(estimates, 0.025))).toBeLessThan(near);
    expect(Math.abs((day?.high ?? 9) - quantileOfSorted(estimates, 0.975))).toBeLessThan(near);
  });

  test('has no estimate for days on which nobody can be compared', () => {
    const plan = planWith({
      metric: { baseline: 0.5, minimumDetectableEffect: { absolute: 0.45 } },
      traffic: { newUnitsPerDay: 0.4 },
    });
    const { effectByDay, days } = run(plan, 1000);
    expect(days).toBeGreaterThan(50);
    // The second user comes on day 5.
    expect(effectByDay[0]?.day).toBe(5);
    for (const { mean, low, high } of effectByDay) {
      expect(Math.min(mean, low)).toBeGreaterThanOrEqual(-1);
      expect(Math.max(mean, high)).toBeLessThanOrEqual(1);
    }
  });

  test('is plain JSON', () => {
    const result = run(quick, 1000);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe('a request that cannot be run is refused with a sentence', () => {
  const rows: readonly (readonly [
    code: string,
    changes: PlanChanges,
    request: Partial<SimulationRequest>,
    words: RegExp,
  ])[] = [
    ['seed-unusable', {}, { seed: NaN }, /whole number from 0 to 4,294,967,295, not NaN/],
    ['seed-unusable', {}, { seed: -1 }, /not -1/],
    ['seed-unusable', {}, { seed: 2 ** 32 }, /not 4294967296/],
    ['replications-unusable', {}, { replications: 0 }, /from 1 to 10,000,000, not 0/],
    ['replications-unusable', {}, { replications: NaN }, /not NaN/],
    ['replications-unusable', {}, { replications: 1e9 }, /not 1000000000/],
    ['replications-unusable', {}, { replications: 10.5 }, /not 10\.5/],
    ['no-traffic', { traffic: { newUnitsPerDay: 0 } }, {}, /traffic\.newUnitsPerDay/],
    [
      'too-many-units',
      {
        metric: { minimumDetectableEffect: { relative: 2e-5 } },
        traffic: { newUnitsPerDay: 1e12 },
      },
      {},
      /more than there are people; a simulation takes at most 10,000,000,000/,
    ],
    ['too-many-days', { traffic: { newUnitsPerDay: 100 } }, {}, /2,344 days.*at most 730/],
    [
      'too-much-work',
      { traffic: { newUnitsPerDay: 1000 } },
      { replications: 10_000_000 },
      /Ask for at most 4,255,319\./,
    ],
    [
      'cannot-simulate',
      { design: { cluster: { size: 20, correlation: 0.1, variation: 0 } } },
      {},
      /Clusters cannot be simulated yet/,
    ],
    [
      'cannot-simulate',
      { metric: { covariate: { correlation: 0.5, shareWithHistory: 1 } } },
      {},
      /A covariate \(CUPED\) cannot be simulated yet/,
    ],
    [
      'rule-unusable',
      {},
      { rules: ['coin'] },
      /There is no rule "coin"\. There are: z-unpooled, z-pooled, welch,/,
    ],
    [
      'rule-unusable',
      { metric: { kind: 'mean', test: 'welch', baseline: 10, deviation: 4 } },
      { rules: ['fisher'] },
      /"fisher" is no test for a mean: it takes a proportion/,
    ],
    ['plan-power-without-data', { design: { power: 0.01 } }, {}, /needs no data/],
    ['plan-baseline-unusable', { metric: { baseline: 0 } }, {}, /baseline/],
  ];
  test.each(rows)('%s', (code, changes, request, words) => {
    const created = createSimulation({
      plan: planWith(changes),
      seed: 1,
      replications: 1000,
      ...request,
    });
    expect(created).toMatchObject({ kind: 'refused', code });
    expect(created.kind === 'refused' ? created.message : '').toMatch(words);
  });

  test('a block that is none is a programmer’s error', () => {
    const simulation = ready({ plan: examplePlan, seed: 1, replications: 1000 });
    for (const block of [-1, 1, 0.5, NaN]) {
      expect(() => simulation.runBlock(block)).toThrow(RangeError);
    }
  });
});
