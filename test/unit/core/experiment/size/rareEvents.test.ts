import { describe, expect, test } from 'vitest';
import { enumeratedPower } from '../../../../../src/core/experiment/size/enumerated/enumeratedPower';
import { planComparisons } from '../../../../../src/core/experiment/size/planComparisons';
import { powerAt } from '../../../../../src/core/experiment/size/powerAt';
import { sizePlan } from '../../../../../src/core/experiment/size/sizePlan';
import { solvePlan } from '../../../../../src/core/experiment/size/solvePlan';
import { planWith, type PlanChanges } from '../../../../support/examplePlan';

type Metric = NonNullable<PlanChanges['metric']>;

const share = (test: Metric['test'], baseline: number, absolute: number): Metric => ({
  ...(test !== undefined && { test }),
  baseline,
  minimumDetectableEffect: { absolute },
});
const count = (test: 'poisson' | 'poisson-score'): Metric => ({
  test,
  kind: 'count',
  baseline: 0.001,
  minimumDetectableEffect: { absolute: 0.004 },
});
const margin: Metric = {
  test: 'z-unpooled',
  baseline: 0.01,
  direction: 'decrease',
  hypothesis: 'non-inferiority',
  margin: { absolute: 0.02 },
  minimumDetectableEffect: { absolute: 0 },
};

/**
 * The smallest size beyond which the test's power never falls below 80 %, that power, and the true type I error: all
 * outcomes gone through with scipy 1.10.1 (binom.pmf, poisson.pmf), from a size that is surely enough downward.
 */
const rows: readonly (readonly [string, Metric, number, number | null, number | null])[] = [
  [
    'z unpooled, 2 % to 10 %',
    share('z-unpooled', 0.02, 0.08),
    124,
    0.8020700920508732,
    0.044529994151614,
  ],
  ['z unpooled, 10 % to 40 %', share('z-unpooled', 0.1, 0.3), 29, null, null],
  ['z unpooled, 50 % to 80 %', share('z-unpooled', 0.5, 0.3), 36, null, null],
  ['z pooled, 2 % to 10 %', share('z-pooled', 0.02, 0.08), 126, null, null],
  ['z pooled, 10 % to 40 %', share('z-pooled', 0.1, 0.3), 31, null, null],
  [
    'z unpooled, 0.01 % to 0.06 %',
    share('z-unpooled', 0.0001, 0.0005),
    19_864,
    0.8000168478668457,
    null,
  ],
  ['log ratio of counts', count('poisson'), 3151, 0.8000747567203697, null],
  ['score test of counts', count('poisson-score'), 2676, 0.8000127784538558, null],
  ['not more than 2 points worse', margin, 408, 0.8391901088687994, 0.041137832510539124],
];

describe('with few events expected all outcomes are gone through', () => {
  test.each(rows)('%s', (_what, metric, size, power, typeOneError) => {
    const { value } = sizePlan(planWith({ metric }));
    expect(value?.perVariant.map(({ sampleSize }) => sampleSize)).toEqual([size, size]);
    if (power !== null) expect(value?.power).toBeCloseTo(power, 10);
    if (typeOneError !== null)
      expect(value?.exactCheck?.typeOneError).toBeCloseTo(typeOneError, 10);
    expect(value?.definition.name).toContain('enumeration');
    expect(value?.warnings.map(({ code }) => code)).toContain('saw-tooth');
  });

  test('power and effect at a size that the plan fixes are exact, too', () => {
    const metric = share('z-unpooled', 0.02, 0.08);
    const plan = planWith({ metric, design: { sampleSizePerVariant: 124 } });
    expect(solvePlan(plan, 'power').value?.solved).toBeCloseTo(0.8020700920508732, 10);
    const effect = solvePlan(plan, 'effect').value?.solved ?? NaN;
    const again = planWith({
      metric: share('z-unpooled', 0.02, effect),
      design: { sampleSizePerVariant: 124 },
    });
    expect(powerAt(again, 248)).toBeCloseTo(0.8, 9);
    expect(effect).toBeLessThan(0.08);
  });

  test('a size that the plan fixes can have few where the needed one has many', () => {
    const plan = planWith({ metric: { baseline: 0.001 }, design: { sampleSizePerVariant: 2000 } });
    const note = sizePlan(plan).value?.warnings.find(({ code }) => code === 'few-expected-events');
    expect(note?.message).toMatch(/only about 2 users.*all outcomes were enumerated/);
  });
});

describe('with few events and outcomes that cannot be gone through', () => {
  const cluster = { size: 20, correlation: 0.1, variation: 0 };
  const designs: readonly (readonly [string, PlanChanges])[] = [
    ['clusters', { design: { cluster } }],
    ['several looks', { design: { analysis: 'group-sequential', looks: 3 } }],
  ];
  test.each(designs)('%s: Monte Carlo is asked for', (_what, changes) => {
    const metric = share('z-unpooled', 0.001, 0.01);
    const { value } = sizePlan(planWith({ ...changes, metric }));
    const note = value?.warnings.find(({ code }) => code === 'few-expected-events');
    expect(note?.message).toMatch(/Monte Carlo: flaglab simulate/);
  });
});

test('with events enough the formula stands', () => {
  expect(planComparisons(planWith({})).map(({ enumerated }) => enumerated)).toEqual([false]);
});

test('a share beyond 100 % cannot be: nothing is enumerated for it, and the search ends', () => {
  const [comparison] = planComparisons(planWith({ metric: share('z-unpooled', 0.5, 0.45) }));
  if (comparison === undefined) throw new Error('no comparison');
  const beyond = { ...comparison, effect: 0.5625, target: 1.0625 };
  expect(enumeratedPower(beyond, { control: 20, treatment: 20 })).toBeNull();
});
