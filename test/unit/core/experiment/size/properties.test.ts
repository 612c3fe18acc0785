import { assert, constantFrom, double, integer, pre, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../../../src/core/experiment/plan/planSchema';
import { effectCurve } from '../../../../../src/core/experiment/size/effectCurve';
import { planComparisons } from '../../../../../src/core/experiment/size/planComparisons';
import { powerAt } from '../../../../../src/core/experiment/size/powerAt';
import { powerCurve } from '../../../../../src/core/experiment/size/powerCurve';
import { sizePlan } from '../../../../../src/core/experiment/size/sizePlan';
import { examplePlan, planWith } from '../../../../support/examplePlan';

const between = (min: number, max: number) => double({ min, max, noNaN: true });

/** Plans within the ranges people use, and somewhat beyond. */
const plans = record({
  baseline: between(0.002, 0.9),
  effect: between(0.02, 0.1),
  direction: constantFrom('increase' as const, 'decrease' as const),
  power: between(0.3, 0.99),
  significanceLevel: between(0.001, 0.2),
  sides: constantFrom('one' as const, 'two' as const),
  weight: integer({ min: 1, max: 99 }),
}).map(({ baseline, effect, direction, power, significanceLevel, sides, weight }) =>
  planWith({
    weights: [weight, 100 - weight],
    metric: { baseline, direction, minimumDetectableEffect: { relative: effect } },
    design: { power, significanceLevel, sides },
  }),
);

/** Total, unrounded, of a plan that is sized by its formula; others are left out. */
function exactTotal(plan: Plan): number {
  pre(!planComparisons(plan).some(({ enumerated }) => enumerated));
  const sizes = sizePlan(plan).value?.perVariant ?? [];
  return sizes.reduce((sum, { exact }) => sum + exact, 0);
}

describe('for every plan that expects events enough for its formula', () => {
  test('the power at the exact size is the planned one', () => {
    assert(
      property(plans, (plan) => {
        expect(powerAt(plan, exactTotal(plan))).toBeCloseTo(plan.design.power, 12);
      }),
    );
  });

  test('the power at the whole size reaches the planned one', () => {
    assert(
      property(plans, (plan) => {
        expect(sizePlan(plan).value?.power).toBeGreaterThan(plan.design.power - 1e-11);
      }),
    );
  });

  test('power rises with the size', () => {
    assert(
      property(plans, between(1.001, 3), (plan, more) => {
        const total = exactTotal(plan) / 3;
        expect(powerAt(plan, total * more)).toBeGreaterThan(powerAt(plan, total));
      }),
    );
  });

  test('a larger effect, a larger significance level and less power need fewer', () => {
    assert(
      property(plans, (plan) => {
        const total = exactTotal(plan);
        const [metric] = plan.metrics;
        if (metric === undefined || !('relative' in metric.minimumDetectableEffect)) return;
        const relative = metric.minimumDetectableEffect.relative * 1.01;
        const larger = { ...plan, metrics: [{ ...metric, minimumDetectableEffect: { relative } }] };
        expect(exactTotal(larger)).toBeLessThan(total);
        const { significanceLevel, power } = plan.design;
        const looser = {
          ...plan,
          design: { ...plan.design, significanceLevel: significanceLevel * 1.01 },
        };
        expect(exactTotal(looser)).toBeLessThan(total);
        const weaker = { ...plan, design: { ...plan.design, power: power * 0.99 } };
        expect(exactTotal(weaker)).toBeLessThan(total);
      }),
    );
  });

  test('the effect that the needed size can detect is the planned one', () => {
    assert(
      property(plans, (plan) => {
        const total = exactTotal(plan);
        const traffic = { newUnitsPerDay: Math.round(total * 1000), exposedShare: 1 };
        const [point] = effectCurve({ ...plan, traffic }, { days: 1 });
        const planned = sizePlan(plan).value?.absoluteEffect ?? NaN;
        const detectable = point?.absoluteEffect ?? NaN;
        // At 1,000 times the size about a √1000th of the effect; put back as the plan's, it needs that size.
        const [metric] = plan.metrics;
        if (metric === undefined) return;
        const again = {
          ...plan,
          metrics: [{ ...metric, minimumDetectableEffect: { absolute: Math.abs(detectable) } }],
        };
        expect(Math.sign(detectable)).toBe(Math.sign(planned));
        expect(exactTotal(again) / traffic.newUnitsPerDay).toBeCloseTo(1, 9);
      }),
    );
  });

  test('it does not matter which of two equal variants is the control, for absolute effects', () => {
    assert(
      property(plans, (plan) => {
        const value = sizePlan(plan).value;
        const [metric] = plan.metrics;
        if (metric === undefined || value === null) return;
        const equal = { ...plan, variants: examplePlan.variants };
        const swapped: Plan = {
          ...equal,
          metrics: [
            {
              ...metric,
              baseline: metric.baseline + value.absoluteEffect,
              direction: metric.direction === 'increase' ? 'decrease' : 'increase',
              minimumDetectableEffect: { absolute: Math.abs(value.absoluteEffect) },
            },
          ],
        };
        expect(exactTotal(swapped) / exactTotal(equal)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('weights are proportions: only their ratio matters', () => {
    assert(
      property(plans, between(0.01, 100), (plan, factor) => {
        const variants = plan.variants.map((v) => ({ ...v, weight: v.weight * factor }));
        expect(exactTotal({ ...plan, variants }) / exactTotal(plan)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('the curves', () => {
  test('of power rise, in whole totals, to beyond the needed size', () => {
    const curve = powerCurve(examplePlan, { points: 200 });
    expect(curve).toHaveLength(200);
    expect(curve.every(({ total }) => Number.isInteger(total))).toBe(true);
    for (const [i, { power }] of curve.entries()) {
      if (i > 0) expect(power).toBeGreaterThan(curve[i - 1]?.power ?? 1);
    }
    expect(curve.at(-1)?.total).toBeGreaterThan(234_340);
    expect(curve.find(({ total }) => total >= 234_340)?.power).toBeGreaterThanOrEqual(0.8);
  });

  test('of power reach beyond a size that the plan fixes', () => {
    const plan = planWith({ design: { sampleSizePerVariant: 1_000_000 } });
    expect(powerCurve(plan, { points: 10 }).at(-1)?.total).toBeGreaterThan(2_000_000);
  });

  test('of power show a tiny total once', () => {
    const plan = planWith({
      metric: { baseline: 0.5, minimumDetectableEffect: { absolute: 0.45 } },
    });
    const totals = powerCurve(plan, { points: 200 }).map(({ total }) => total);
    expect(new Set(totals).size).toBe(totals.length);
  });

  test('of the effect fall day by day, and pass the planned effect on the day that suffices', () => {
    const curve = effectCurve(examplePlan, { days: 30 });
    expect(curve.map(({ day }) => day)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    const sufficient = curve.find(({ relativeEffect }) => (relativeEffect ?? 9) <= 0.05);
    expect(sufficient).toMatchObject({ day: 20, total: 240_000 });
  });

  test('of the effect have a sign and gaps', () => {
    const plan = planWith({
      metric: { direction: 'decrease' },
      traffic: { newUnitsPerDay: 100 },
    });
    const curve = effectCurve(plan, { days: 30 });
    // With 100 users no decrease from 5.2 % can be told from none: it would end below 0.
    expect(curve[0]).toEqual({ day: 1, total: 100, absoluteEffect: null, relativeEffect: null });
    expect(curve.at(-1)?.absoluteEffect).toBeLessThan(0);
  });

  test('of the effect speak of the metric asked for', () => {
    const plan = planWith({ moreMetrics: [{ name: 'clicks', baseline: 0.3 }] });
    const clicks = effectCurve(plan, { days: 10, metric: 'clicks' });
    const deciding = effectCurve(plan, { days: 10 });
    expect(clicks.at(-1)?.relativeEffect).toBeLessThan(deciding.at(-1)?.relativeEffect ?? 0);
    expect(effectCurve(plan, { days: 10, metric: 'none' })).toEqual([]);
  });

  test('are empty where there is nothing to draw', () => {
    const noSize = planWith({ design: { power: 0.01 } });
    expect(powerCurve(noSize, { points: 10 })).toEqual([]);
    expect(effectCurve(noSize, { days: 10 })).toEqual([]);
    expect(effectCurve(planWith({ traffic: { newUnitsPerDay: 0 } }), { days: 10 })).toEqual([]);
  });

  test('of a plan that compares nothing is a programmer’s error', () => {
    expect(() => powerAt(planWith({ metric: { role: 'secondary' } }), 100)).toThrow(RangeError);
  });
});
