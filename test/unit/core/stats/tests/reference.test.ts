import { describe, expect, test } from 'vitest';
import { fiellerInterval } from '../../../../../src/core/stats/intervals/fiellerInterval';
import { shareDifferenceIntervals } from '../../../../../src/core/stats/intervals/shareDifferenceIntervals';
import { shareIntervals } from '../../../../../src/core/stats/intervals/shareIntervals';
import { shareRatioIntervals } from '../../../../../src/core/stats/intervals/shareRatioIntervals';
import type { ShareInterval } from '../../../../../src/core/stats/intervals/wilsonInterval';
import {
  adjustedPValues,
  type PValueAdjustment,
} from '../../../../../src/core/stats/tests/adjustedPValues';
import { chiSquareOfCounts } from '../../../../../src/core/stats/tests/chiSquareOfCounts';
import { chiSquareOfShares } from '../../../../../src/core/stats/tests/chiSquareOfShares';
import { fisherExactTest } from '../../../../../src/core/stats/tests/fisherExactTest';
import { mannWhitneyTest } from '../../../../../src/core/stats/tests/mannWhitneyTest';
import {
  poissonRatesTest,
  poissonRatioInterval,
} from '../../../../../src/core/stats/tests/poissonRatesTest';
import { rankSum } from '../../../../../src/core/stats/tests/rankSum';
import { scoreZ } from '../../../../../src/core/stats/tests/scoreZ';
import type { TwoShares } from '../../../../../src/core/stats/tests/twoShares';
import { normalQuantile } from '../../../../../src/core/stats/distributions/normalQuantile';
import { normalUpperTail } from '../../../../../src/core/stats/distributions/normalUpperTail';
import { casesNamed, expectNear, type ReferenceCase } from '../../../../support/referenceCases';
import { sleep } from '../../../../support/sleepData';

function numbers(row: ReferenceCase): Readonly<Record<string, number>> {
  return row.inputs as Record<string, number>;
}

/** The case compares its second group with its first, or the other way round. */
function table(row: ReferenceCase, treatment: 1 | 2): TwoShares {
  const { x1 = NaN, n1 = NaN, x2 = NaN, n2 = NaN } = numbers(row);
  return treatment === 2
    ? { controlSuccesses: x1, controlTrials: n1, treatmentSuccesses: x2, treatmentTrials: n2 }
    : { controlSuccesses: x2, controlTrials: n2, treatmentSuccesses: x1, treatmentTrials: n1 };
}

function expectInterval({ low, high }: ShareInterval, expected: unknown, row: ReferenceCase): void {
  const [wantedLow, wantedHigh] = expected as [number, number];
  expectNear(low, wantedLow, row);
  expectNear(high, wantedHigh, row);
}

/** The case's values, sorted as ranks want them. */
function sample(row: ReferenceCase, name: string): Float64Array {
  return Float64Array.from(row.inputs[name] as number[]).sort();
}

describe('sample ratio, chi-square and Fisher', () => {
  test.each(casesNamed('srm').filter(({ id }) => id !== 'srm-power'))('$id ($source)', (row) => {
    const { observed, weights } = row.inputs as { observed: number[]; weights: number[] };
    const found = chiSquareOfCounts(observed, weights);
    expectNear(found.statistic, row.expected['chisq'], row);
    expectNear(found.degreesOfFreedom, row.expected['df'], row);
    expectNear(found.p, row.expected['p'], row);
  });

  test('an arm of weight 0 counts no degree of freedom, and nobody may be in it', () => {
    // The same counts without the arm: hand case; GrowthBook keeps the degree.
    const two = chiSquareOfCounts([5000, 5300], [1, 1]);
    expect(chiSquareOfCounts([5000, 5300, 0], [1, 1, 0])).toEqual(two);
    expect(chiSquareOfCounts([5000, 5000, 1], [1, 1, 0]).p).toBe(0);
  });

  test.each(casesNamed('ztest'))('$id ($source)', (row) => {
    const { controlSuccesses, controlTrials, treatmentSuccesses, treatmentTrials } = table(row, 2);
    const groups = [
      { successes: controlSuccesses, trials: controlTrials },
      { successes: treatmentSuccesses, trials: treatmentTrials },
    ];
    expectNear(chiSquareOfShares(groups).statistic, row.expected['chisq'], row);
    expectNear(chiSquareOfShares(groups).p, row.expected['p_chisq'], row);
    expectNear(
      chiSquareOfShares(groups, { yates: true }).statistic,
      row.expected['chisq_yates'],
      row,
    );
    expectNear(chiSquareOfShares(groups, { yates: true }).p, row.expected['p_yates'], row);
    const z = scoreZ(table(row, 2), 0, { correction: false });
    expectNear(z, row.expected['z_pooled'], row);
  });

  test.each(casesNamed('prop-4arms'))('$id ($source)', (row) => {
    const { x, n } = row.inputs as { x: number[]; n: number[] };
    const groups = x.map((successes, i) => ({ successes, trials: n[i] ?? NaN }));
    const found = chiSquareOfShares(groups);
    expectNear(found.statistic, row.expected['chisq'], row);
    expectNear(found.degreesOfFreedom, row.expected['df'], row);
    expectNear(found.p, row.expected['p'], row);
  });

  test.each(casesNamed('fisher'))('$id ($source)', (row) => {
    const rows = row.inputs['table'] as [[number, number], [number, number]] | undefined;
    const asked =
      rows === undefined
        ? table(row, 1)
        : {
            treatmentSuccesses: rows[0][0],
            treatmentTrials: rows[0][0] + rows[0][1],
            controlSuccesses: rows[1][0],
            controlTrials: rows[1][0] + rows[1][1],
          };
    const { greater, less, twoSided } = fisherExactTest(asked);
    expectNear(twoSided, row.expected['p_two'], row);
    if ('p_greater' in row.expected) expectNear(greater, row.expected['p_greater'], row);
    if ('p_less' in row.expected) expectNear(less, row.expected['p_less'], row);
  });

  test.each(casesNamed('test-prop2'))('$id ($source)', (row) => {
    const expected = row.expected as Record<string, { stat: number; p: number }>;
    const asked = table(row, 1);
    const score = scoreZ(asked, 0, { correction: true });
    expectNear(score, expected['score']?.stat, row);
    expectNear(2 * normalUpperTail(score), expected['score']?.p, row);
    const { low, high } = shareDifferenceIntervals['agresti-caffo'](asked, 0.95);
    const z = ((low + high) / (high - low)) * -normalQuantile(0.025);
    expectNear(z, expected['agresti-caffo']?.stat, row);
  });

  test.each(casesNamed('poisson-rates'))('$id ($source)', (row) => {
    const { x1 = NaN, t1 = NaN, x2 = NaN, t2 = NaN } = numbers(row);
    const rates = {
      controlEvents: x2,
      controlExposure: t2,
      treatmentEvents: x1,
      treatmentExposure: t1,
    };
    expectNear(poissonRatesTest(rates).twoSided, row.expected['p'], row);
    expectInterval(poissonRatioInterval(rates, 0.025), row.expected['ci95'], row);
  });
});

describe('ranks', () => {
  test.each(casesNamed('mwu-exact'))('$id ($source)', (row) => {
    const ranks = rankSum(sample(row, 'y'), sample(row, 'x'));
    expectNear(ranks.u, row.expected['W'], row);
    expectNear(mannWhitneyTest(ranks).greater, row.expected['p_greater'], row);
    expectNear(mannWhitneyTest(ranks).twoSided, row.expected['p_two'], row);
    const normal = mannWhitneyTest(ranks, { isExact: false });
    expectNear(normal.twoSided, row.expected['p_two_normal_cc'], row);
  });

  test.each(casesNamed('mwu-scipy'))('$id ($source)', (row) => {
    const ranks = rankSum(sample(row, 'y'), sample(row, 'x'));
    expectNear(ranks.u, row.expected['U'], row);
    expectNear(mannWhitneyTest(ranks).twoSided, row.expected['p_exact'], row);
    const normal = mannWhitneyTest(ranks, { isExact: false });
    expectNear(normal.twoSided, row.expected['p_asymptotic_cc'], row);
  });

  test.each(casesNamed('mwu-sleep'))('$id ($source)', (row) => {
    const first = Float64Array.from(sleep.first).sort();
    const ranks = rankSum(Float64Array.from(sleep.second).sort(), first);
    expectNear(ranks.u, row.expected['W'], row);
    expectNear(mannWhitneyTest(ranks).twoSided, row.expected['p'], row);
  });
});

describe('intervals', () => {
  const names = {
    normal: 'normal',
    wilson: 'wilson',
    agresti_coull: 'agresti-coull',
    jeffreys: 'jeffreys',
    beta: 'clopper-pearson',
  } as const;

  test.each(casesNamed('ci-one'))('$id ($source)', (row) => {
    const { x = NaN, n = NaN, conf = NaN } = numbers(row);
    const observed = { successes: x, trials: n, confidenceLevel: conf };
    for (const [key, name] of Object.entries(names)) {
      expectInterval(shareIntervals[name](observed), row.expected[key], row);
    }
  });

  test.each(casesNamed('ci-diff'))('$id ($source)', (row) => {
    const asked = table(row, 1);
    const names = { wald: 'wald', 'agresti-caffo': 'agresti-caffo', newcomb: 'newcombe' };
    for (const [key, name] of Object.entries(names)) {
      if (!(key in row.expected)) continue;
      const interval = shareDifferenceIntervals[name as keyof typeof shareDifferenceIntervals];
      expectInterval(interval(asked, 0.95), row.expected[key], row);
    }
    for (const [key, name] of [
      ['ratio_log', 'log'],
      ['ratio_score', 'score'],
    ] as const) {
      if (!(key in row.expected)) continue;
      expectInterval(shareRatioIntervals[name](asked, 0.95), row.expected[key], row);
    }
  });

  // The table's own score intervals and margin (statsmodels 0.15.0) are not those of Miettinen and Nurminen: Newcombe 1998,
  // table II method 6, has .0528 to .3382 and .1700 to .8406. These are of mpmath 1.2, 30 digits, by bisection.
  test.each([
    [56, 70, 48, 80, 0.052829713245845, 0.33817294001587],
    [9, 10, 3, 10, 0.1700250164244, 0.84064954394333],
    [11, 10_000, 23, 10_000, -0.0024603946465908, -6.1574942626553e-5],
  ])('score interval of %i/%i less %i/%i', (x1, n1, x2, n2, low, high) => {
    const observed = {
      treatmentSuccesses: x1,
      treatmentTrials: n1,
      controlSuccesses: x2,
      controlTrials: n2,
    };
    const found = shareDifferenceIntervals.score(observed, 0.95);
    expect(found.low).toBeCloseTo(low, 10);
    expect(found.high).toBeCloseTo(high, 10);
  });

  test('score statistic against a margin: mpmath 1.2, 30 digits', () => {
    const observed = {
      treatmentSuccesses: 250,
      treatmentTrials: 1000,
      controlSuccesses: 200,
      controlTrials: 1000,
    };
    expect(scoreZ(observed, -0.05, { correction: true })).toBeCloseTo(5.33087848853865, 9);
  });

  test.each(casesNamed('fieller'))('$id ($source)', (row) => {
    const { meanA = NaN, varA = NaN, nA = NaN, meanB = NaN, varB = NaN, nB = NaN } = numbers(row);
    const found = fiellerInterval(
      { mean: meanA, variance: varA / nA },
      { mean: meanB, variance: varB / nB },
      -normalQuantile(0.025),
    );
    expectInterval(found, row.expected['ci'], row);
  });
});

describe('p-values of several comparisons', () => {
  const names: Readonly<Record<string, PValueAdjustment>> = {
    bonferroni: 'bonferroni',
    holm: 'holm',
    hochberg: 'hochberg',
    BH: 'benjamini-hochberg',
  };

  test.each(casesNamed('padjust'))('$id ($source)', (row) => {
    for (const [key, name] of Object.entries(names)) {
      const found = adjustedPValues(row.inputs['p'] as number[], name);
      found.forEach((p, i) => expectNear(p, (row.expected[key] as number[])[i], row));
    }
  });
});
