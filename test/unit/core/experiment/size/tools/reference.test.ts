import { describe, expect, test } from 'vitest';
import { planComparisons } from '../../../../../../src/core/experiment/size/planComparisons';
import { powerAt } from '../../../../../../src/core/experiment/size/powerAt';
import { sizeMethods } from '../../../../../../src/core/experiment/size/sizeMethods';
import { plannerTools } from '../../../../../../src/core/experiment/size/tools/registry';
import { seenByTool } from '../../../../../../src/core/experiment/size/tools/seenByTool';
import { toolMethods } from '../../../../../../src/core/experiment/size/tools/toolMethods';
import { matchPlan } from '../../../../../../src/core/experiment/size/tools/matchPlan';
import { planWith } from '../../../../../support/examplePlan';
import { casesNamed, expectNear } from '../../../../../support/referenceCases';

describe('reference cases of other planners', () => {
  test.each(casesNamed('pn-evanmiller'))('$id, as it is shown ($source)', (row) => {
    const { p1 = NaN, delta_abs = NaN } = row.inputs as Record<string, number>;
    const plan = planWith({
      metric: { baseline: p1, minimumDetectableEffect: { absolute: delta_abs } },
    });
    const { value } = matchPlan(plan, 'evan-miller', 'sample-size');
    expect(value?.match?.shownByTool).toBe(row.expected['displayed']);
  });

  test.each(casesNamed('compat-posthog'))('$id ($source)', ({ inputs, expected }) => {
    const shares = inputs['cr_percent'] as number[];
    const points = inputs['mde_percent'] as number[];
    const sizes = shares.map((share, i) => {
      const absolute = (points[i] ?? NaN) / 100;
      const plan = planWith({
        metric: { baseline: share / 100, minimumDetectableEffect: { absolute } },
      });
      return matchPlan(plan, 'posthog', 'sample-size').value?.perVariant[0]?.sampleSize;
    });
    expect(sizes).toEqual(expected['n']);
  });

  test.each(casesNamed('compat-booking'))('$id ($source)', (row) => {
    const questions = row.inputs['rows'] as [number, number, number, number][];
    const powers = row.expected['power'] as number[];
    const printed = row.expected['dataset_values'] as number[];
    for (const [i, [baseline, relative, total, variants]] of questions.entries()) {
      const plan = planWith({
        weights: Array.from({ length: variants }, () => 1),
        metric: { baseline, minimumDetectableEffect: { relative } },
        // Its own table counts both tails.
        design: { significanceLevel: 0.1, correction: 'sidak', powerCounts: 'either-direction' },
      });
      expectNear(powerAt(plan, total), powers[i], row);
      // Booking's own tests allow 0.0005 of the number.
      expect(powerAt(plan, total) / (printed[i] ?? NaN)).toBeCloseTo(1, 3);
    }
  });

  test.each(casesNamed('compat-eppo'))('$id ($source)', (row) => {
    const { mean = NaN, variance = NaN, n_per_arm = NaN } = row.inputs as Record<string, number>;
    const plan = planWith({
      metric: { kind: 'mean', test: 'normal', baseline: mean, deviation: Math.sqrt(variance) },
    });
    const [comparison] = planComparisons(plan);
    if (comparison === undefined) throw new Error('one comparison');
    const effect = sizeMethods.normal.minimumDetectableEffect(comparison, 2 * n_per_arm, 0.8);
    expectNear((effect ?? NaN) / mean, row.expected['mde_rel'], row);
  });

  test.each(casesNamed('compat-growthbook-mean'))('$id, one look at the end ($source)', (row) => {
    const inputs = row.inputs as Record<string, number>;
    const { mean = NaN, variance = NaN, lift = NaN, total_n = NaN, variations = NaN } = inputs;
    const plan = planWith({
      weights: Array.from({ length: variations }, () => 1),
      metric: {
        kind: 'mean',
        test: 'relative-lift',
        baseline: mean,
        deviation: Math.sqrt(variance),
        minimumDetectableEffect: { relative: lift },
      },
      // GrowthBook counts both tails.
      design: { powerCounts: 'either-direction' },
    });
    expectNear(powerAt(plan, total_n), row.expected['power'], row);
  });

  // Its effects count no wrong tail; its powers do.
  test.each(casesNamed('compat-growthbook-mean'))('$id, effects and looks ($source)', (row) => {
    const inputs = row.inputs as Record<string, number>;
    const { mean = NaN, variance = NaN, lift = NaN, total_n = NaN, variations = NaN } = inputs;
    const method = toolMethods['relative-lift-baseline-variance'];
    const asked = (design: object) => {
      const plan = planWith({
        weights: Array.from({ length: variations }, () => 1),
        metric: {
          kind: 'mean',
          test: 'normal',
          baseline: mean,
          deviation: Math.sqrt(variance),
          minimumDetectableEffect: { relative: lift },
        },
        design,
      });
      const [own] = planComparisons(plan);
      if (own === undefined) throw new Error('one comparison');
      return seenByTool(plan, plannerTools.growthbook, own);
    };
    const sequential = { analysis: 'always-valid', vendor: 'growthbook', tuning: inputs['tuning'] };
    const effectOf = (design: object) =>
      (method.minimumDetectableEffect(asked(design), total_n, 0.8) ?? NaN) / mean;
    expectNear(effectOf({}), row.expected['mde'], row);
    expectNear(effectOf(sequential), row.expected['mde_sequential'], row);
    const both = asked({ ...sequential, powerCounts: 'either-direction' });
    expectNear(method.power(both, total_n), row.expected['power_sequential'], row);
    const printed = row.expected['printed'] as number[];
    expect(method.power(both, total_n).toFixed(5)).toBe(printed[2]?.toFixed(5));
    const total = method.totalSampleSize(asked(sequential), 0.2);
    expect(method.power(asked(sequential), total)).toBeCloseTo(0.2, 9);
  });
});
