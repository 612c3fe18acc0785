import { describe, expect, test } from 'vitest';
import { planComparisons } from '../../../../../../src/core/experiment/size/planComparisons';
import { powerAt } from '../../../../../../src/core/experiment/size/powerAt';
import { sizeMethods } from '../../../../../../src/core/experiment/size/sizeMethods';
import { matchPlan } from '../../../../../../src/core/experiment/size/tools/matchPlan';
import { planWith } from '../../../../../support/examplePlan';
import { casesNamed, expectNear } from '../../../../../support/referenceCases';

describe('reference cases of other planners', () => {
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
    for (const [i, [baseline, relative, total, variants]] of questions.entries()) {
      const plan = planWith({
        weights: Array.from({ length: variants }, () => 1),
        metric: { baseline, minimumDetectableEffect: { relative } },
        // Its own table counts both tails.
        design: { significanceLevel: 0.1, correction: 'sidak', powerCounts: 'either-direction' },
      });
      expectNear(powerAt(plan, total), powers[i], row);
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
});
