import { describe, expect, test } from 'vitest';
import { planComparisons } from '../../../../../src/core/experiment/size/planComparisons';
import { powerAt } from '../../../../../src/core/experiment/size/powerAt';
import { sizePlan } from '../../../../../src/core/experiment/size/sizePlan';
import { criticalValue } from '../../../../../src/core/experiment/size/criticalValue';
import { normalUpperTail } from '../../../../../src/core/stats/distributions/normalUpperTail';
import { planWith } from '../../../../support/examplePlan';
import { casesNamed, expectNear, type ReferenceCase } from '../../../../support/referenceCases';

interface Inputs {
  readonly p1: number;
  readonly p2: number;
  readonly alpha: number;
  readonly power: number;
  readonly k: number;
  readonly n: number;
}

function inputsOf({ inputs }: ReferenceCase): Inputs {
  return inputs as unknown as Inputs;
}

/** The plan that asks the question of a reference case. */
function planOf(row: ReferenceCase, significanceLevel?: number, weights = [1, 1]) {
  const { p1, p2, alpha, power } = inputsOf(row);
  return planWith({
    weights,
    metric: { baseline: p1, minimumDetectableEffect: { absolute: p2 - p1 } },
    design: { significanceLevel: significanceLevel ?? alpha, power },
  });
}

function exactSizes(plan: ReturnType<typeof planWith>): readonly number[] {
  const { value, diagnostics } = sizePlan(plan);
  expect(diagnostics).toEqual([]);
  return value?.perVariant.map(({ exact }) => exact) ?? [];
}

describe('reference cases of sample size', () => {
  test.each(casesNamed('pn-extreme'))('$id unpooled ($source)', (row) => {
    expectNear(exactSizes(planOf(row))[0] ?? NaN, row.expected['n_unpooled'], row);
  });

  test.each(casesNamed('pn-unequal'))('$id unpooled ($source)', (row) => {
    const [control = NaN, treatment = NaN] = exactSizes(
      planOf(row, undefined, [1, inputsOf(row).k]),
    );
    expectNear(control, row.expected['n1_unpooled'], row);
    expectNear(control + treatment, row.expected['total_unpooled'], row);
  });

  test.each(casesNamed('pn-sidak-3arms'))('$id at its adjusted level ($source)', (row) => {
    const plan = planOf(row, row.expected['alpha_adj'] as number, [1, 1, 1, 1]);
    expectNear(exactSizes(plan)[0] ?? NaN, row.expected['n_per_arm'], row);
    expect(sizePlan(plan).value?.total).toBe(row.expected['booking_total']);
  });

  test('one question, eight answers: ours is the unpooled one', () => {
    // The table of eight definitions: 20 % + 5 points, unpooled z: 1,091.0.
    const plan = planWith({
      weights: [1, 1],
      metric: { baseline: 0.2, minimumDetectableEffect: { absolute: 0.05 } },
    });
    expect(exactSizes(plan)[0]?.toFixed(1)).toBe('1091.0');
  });
});

describe('reference cases of power', () => {
  test.each(casesNamed('pp-10000-20-21'))('$id, wrong tail added ($source)', (row) => {
    const plan = planOf(row);
    const total = 2 * inputsOf(row).n;
    const [comparison] = planComparisons(plan);
    if (comparison === undefined) throw new Error('one comparison');
    const critical = criticalValue(comparison);
    // power = P(Z > critical - drift), so its own quantile gives the drift back.
    const variance = (0.2 * 0.8 + 0.21 * 0.79) / inputsOf(row).n;
    const wrongTail = normalUpperTail(critical + 0.01 / Math.sqrt(variance));
    expect(wrongTail).toBeGreaterThan(1e-5);
    expectNear(powerAt(plan, total) + wrongTail, row.expected['power_unpooled'], row);
  });
});
