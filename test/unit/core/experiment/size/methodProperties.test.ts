import { assert, constantFrom, double, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  metricKindRules,
  type MetricTest,
} from '../../../../../src/core/experiment/plan/metricKinds';
import type {
  Plan,
  PlanDesign,
  PlanMetric,
} from '../../../../../src/core/experiment/plan/planSchema';
import type { Comparison } from '../../../../../src/core/experiment/size/comparison';
import { planComparisons } from '../../../../../src/core/experiment/size/planComparisons';
import { sizeMethods } from '../../../../../src/core/experiment/size/sizeMethods';
import { planWith } from '../../../../support/examplePlan';

const between = (min: number, max: number) => double({ min, max, noNaN: true });

/** A usable metric for every kind. */
const metrics: Readonly<Record<PlanMetric['kind'], Partial<PlanMetric>>> = {
  proportion: { baseline: 0.2, discordantShare: 0.3 },
  mean: { baseline: 20, deviation: 15 },
  count: { baseline: 2, dispersion: 0.5 },
  rate: { baseline: 0.2, exposure: 14 },
  ratio: { baseline: 0.2, deviation: 0.9 },
  revenue: { baseline: 1.8, buyerShare: 0.04, logDeviation: 1.1 },
  quantile: { baseline: 850, quantile: 0.95, logDeviation: 0.7 },
  'time-to-event': { baseline: 0.3 },
  rank: { baseline: 0.5 },
};

/** Every kind with every asymptotic test it has. */
const asymptotic = Object.entries(metricKindRules).flatMap(([kind, { tests }]) =>
  tests
    .filter((name) => sizeMethods[name].exact !== true)
    .map((name): [PlanMetric['kind'], MetricTest] => [kind as PlanMetric['kind'], name]),
);

function comparisonOf(plan: Plan): Comparison {
  const [comparison] = planComparisons(plan);
  if (comparison === undefined) throw new Error('one comparison');
  return comparison;
}

function questionOf(
  [kind, name]: readonly [PlanMetric['kind'], MetricTest],
  metric: Partial<PlanMetric>,
  design: Partial<PlanDesign> = {},
  weights: readonly number[] = [1, 1],
): Comparison {
  return comparisonOf(
    planWith({ weights, metric: { kind, test: name, ...metrics[kind], ...metric }, design }),
  );
}

const designs = record({
  relative: between(0.02, 0.15),
  direction: constantFrom('increase' as const, 'decrease' as const),
  power: between(0.3, 0.99),
  significanceLevel: between(0.001, 0.2),
  sides: constantFrom('one' as const, 'two' as const),
  weight: integer({ min: 10, max: 90 }),
});

describe.each(asymptotic)('superiority of a %s by %s', (kind, name) => {
  const method = sizeMethods[name];

  test('size, power and effect invert each other; power rises with size, effect and level', () => {
    assert(
      property(designs, ({ relative, direction, power, significanceLevel, sides, weight }) => {
        const ask = (effect: number, level = significanceLevel) =>
          questionOf(
            [kind, name],
            { direction, minimumDetectableEffect: { relative: effect } },
            { significanceLevel: level, sides },
            [weight, 100 - weight],
          );
        const comparison = ask(relative);
        const total = method.totalSampleSize(comparison, power);
        expect(Math.abs(method.power(comparison, total) - power)).toBeLessThan(1e-9);
        const effect = method.minimumDetectableEffect(comparison, total, power);
        expect(Math.abs((effect ?? 0) / comparison.effect - 1)).toBeLessThan(1e-7);
        expect(method.power(comparison, total * 1.05)).toBeGreaterThan(power);
        expect(method.power(ask(relative * 1.05), total)).toBeGreaterThan(power);
        const looser = ask(relative, significanceLevel * 1.05);
        expect(method.power(looser, total)).toBeGreaterThan(power);
      }),
      { numRuns: 15 },
    );
  });
});

/** Tests whose variance does not favour one of the two variants. */
const symmetric: readonly (readonly [PlanMetric['kind'], MetricTest])[] = [
  ['proportion', 'z-unpooled'],
  ['proportion', 'z-pooled'],
  ['proportion', 'arcsine'],
  ['proportion', 'z-continuity-corrected'],
  ['proportion', 'farrington-manning'],
  ['proportion', 'mcnemar'],
  ['proportion', 'fisher-exact'],
  ['proportion', 'exact-unconditional'],
  ['mean', 't'],
  ['mean', 'welch'],
  ['mean', 'normal'],
  ['count', 'poisson'],
  ['count', 'poisson-score'],
  ['count', 'negative-binomial'],
];

describe('swapping the variants', () => {
  test.each(symmetric)('changes nothing for a %s by %s with equal split', (kind, name) => {
    const baseline = metrics[kind].baseline ?? NaN;
    const size = kind === 'proportion' ? 0.12 : baseline * 0.1;
    const ask = (from: number, direction: 'increase' | 'decrease') =>
      sizeMethods[name].totalSampleSize(
        questionOf([kind, name], {
          baseline: from,
          direction,
          minimumDetectableEffect: { absolute: size },
        }),
        0.8,
      );
    expect(ask(baseline + size, 'decrease') / ask(baseline, 'increase')).toBeCloseTo(1, 9);
  });
});

const marginTests = asymptotic.filter(([, name]) => sizeMethods[name].margins);

describe.each(marginTests)('margins of a %s by %s', (kind, name) => {
  const method = sizeMethods[name];
  const ask = (
    hypothesis: 'equivalence' | 'non-inferiority',
    shift: number,
    direction = 'increase' as const,
  ) =>
    questionOf([kind, name], {
      direction,
      hypothesis,
      margin: { relative: 0.1 },
      expectedDifference: { relative: shift },
    });

  test('size and power invert each other, and the margin can be solved for', () => {
    for (const hypothesis of ['equivalence', 'non-inferiority'] as const) {
      const comparison = ask(hypothesis, 0.01);
      const total = method.totalSampleSize(comparison, 0.8);
      expect(method.power(comparison, total)).toBeCloseTo(0.8, 8);
      const margin = method.minimumDetectableEffect(comparison, total, 0.8);
      expect((margin ?? NaN) / comparison.margin).toBeCloseTo(1, 6);
    }
  });

  test('the power of equivalence falls with the distance from no difference', () => {
    const total = method.totalSampleSize(ask('equivalence', 0), 0.9);
    for (const sign of [1, -1]) {
      const powers = [0.02, 0.04, 0.06, 0.08].map((shift) =>
        method.power(ask('equivalence', sign * shift), total),
      );
      for (const [i, power] of powers.entries()) {
        expect(power).toBeLessThan(powers[i - 1] ?? 0.9);
      }
    }
  });

  test('what is worse is harder to show, and what is better easier', () => {
    const sizes = [-0.05, 0, 0.05].map((shift) =>
      method.totalSampleSize(ask('non-inferiority', shift), 0.8),
    );
    expect(sizes[0]).toBeGreaterThan(sizes[1] ?? 0);
    expect(sizes[1]).toBeGreaterThan(sizes[2] ?? 0);
  });
});

describe('exact tests', () => {
  const rows: readonly (readonly [MetricTest, number, number, 'one' | 'two', readonly number[]])[] =
    [
      ['fisher-exact', 0.1, 0.25, 'two', [1, 1]],
      ['fisher-exact', 0.3, 0.3, 'one', [1, 1]],
      ['fisher-exact', 0.05, 0.25, 'two', [1, 2]],
      ['exact-unconditional', 0.1, 0.25, 'two', [1, 1]],
      ['exact-unconditional', 0.3, 0.3, 'one', [1, 1]],
      ['exact-unconditional', 0.05, 0.25, 'two', [2, 1]],
    ];
  test.each(rows)(
    '%s from %d by %d, %s-sided, %j: the smallest size beyond which power never falls below',
    (name, baseline, absolute, sides, weights) => {
      const comparison = questionOf(
        ['proportion', name],
        { baseline, minimumDetectableEffect: { absolute } },
        { sides },
        weights,
      );
      const method = sizeMethods[name];
      const smaller = Math.min(comparison.controlShare, comparison.treatmentShare);
      const n = Math.round(method.totalSampleSize(comparison, 0.8) * smaller);
      const power = (size: number) => method.power(comparison, size / smaller);
      expect(power(n - 1)).toBeLessThan(0.8);
      for (let size = n; size <= 2 * n + 20; size += 1) {
        expect(power(size), `${size} in the smaller variant`).toBeGreaterThanOrEqual(0.8);
      }
    },
  );

  test('the power is a saw-tooth: a unit more can have less', () => {
    const comparison = questionOf(['proportion', 'fisher-exact'], {
      baseline: 0.1,
      minimumDetectableEffect: { absolute: 0.3 },
    });
    const powers = Array.from({ length: 30 }, (_, i) =>
      sizeMethods['fisher-exact'].power(comparison, 2 * (20 + i)),
    );
    expect(powers.some((power, i) => power < (powers[i - 1] ?? 0))).toBe(true);
  });

  test('the false alarms stay below the level', () => {
    for (const name of ['fisher-exact', 'exact-unconditional'] as const) {
      for (const baseline of [0.02, 0.1, 0.35, 0.5]) {
        const comparison = questionOf(
          ['proportion', name],
          { baseline, minimumDetectableEffect: { absolute: 0.1 } },
          { powerCounts: 'either-direction' },
        );
        const nothing = { ...comparison, target: baseline };
        // 80 common proportions are looked at: between them it may be more by a little.
        expect(sizeMethods[name].power(nothing, 2 * 37)).toBeLessThanOrEqual(0.0502);
      }
    }
  });
});
