import { describe, expect, test } from 'vitest';
import { betaDifferenceInterval } from '../../../../../src/core/experiment/bayesian/betaDifferenceInterval';
import { betaExpectedLoss } from '../../../../../src/core/experiment/bayesian/betaExpectedLoss';
import { betaProbabilityToBeat } from '../../../../../src/core/experiment/bayesian/betaProbabilityToBeat';
import {
  normalCredibleInterval,
  normalExpectedLoss,
  normalPosterior,
  normalProbabilityToBeat,
} from '../../../../../src/core/experiment/bayesian/normalPosterior';
import { casesNamed, expectNear } from '../../../../support/referenceCases';

describe('reference cases of beta-binomial posteriors', () => {
  test.each(casesNamed('bayes-beta'))('$id $what ($source)', (row) => {
    const { alphaA, betaA, alphaB, betaB } = row.inputs as Record<string, number>;
    const a = { alpha: alphaA ?? NaN, beta: betaA ?? NaN };
    const b = { alpha: alphaB ?? NaN, beta: betaB ?? NaN };
    expectNear(betaProbabilityToBeat(a, b), row.expected['p_b_beats_a'], row);
    expectNear(betaProbabilityToBeat(b, a), 1 - (row.expected['p_b_beats_a'] as number), row);
    expectNear(betaExpectedLoss(b, a), row.expected['loss_choose_b'], row);
    expectNear(betaExpectedLoss(a, b), row.expected['loss_choose_a'], row);
  });
});

/** Posteriors small enough that skewness shows. */
const control = { alpha: 3, beta: 9 };
const treatment = { alpha: 5, beta: 7 };

describe('beta posteriors against mpmath 1.2, 30 digits, quadrature of the densities', () => {
  test('probability to beat', () => {
    expect(betaProbabilityToBeat(control, treatment)).toBeCloseTo(0.819272445820433, 13);
    expect(betaProbabilityToBeat(treatment, control)).toBeCloseTo(1 - 0.819272445820433, 13);
  });

  test('equal posteriors beat each other half of the time, however narrow or odd', () => {
    for (const alpha of [0.5, 1, 20, 1e4, 1e8]) {
      const posterior = { alpha, beta: 3 * alpha };
      expect(betaProbabilityToBeat(posterior, posterior)).toBeCloseTo(0.5, 12);
    }
  });

  test('the loss of one choice less that of the other is the difference of the means', () => {
    for (const scale of [0.5, 1, 100, 1e5]) {
      const a = { alpha: 3 * scale, beta: 9 * scale };
      const b = { alpha: 5 * scale, beta: 7 * scale };
      expect(betaExpectedLoss(a, b) - betaExpectedLoss(b, a)).toBeCloseTo(5 / 12 - 3 / 12, 13);
    }
  });

  test('95 % interval of the difference', () => {
    const { low, high } = betaDifferenceInterval(control, treatment, 0.95);
    expect(low).toBeCloseTo(-0.1976146357097733, 11);
    expect(high).toBeCloseTo(0.5140033417696895, 11);
  });
});

describe('normal beliefs', () => {
  test('two beliefs of equal precision meet in the middle', () => {
    const posterior = normalPosterior({ mean: 0, deviation: 2 }, { mean: 1, deviation: 2 });
    expect(posterior.mean).toBeCloseTo(0.5, 15);
    expect(posterior.deviation).toBeCloseTo(Math.SQRT2, 15);
  });

  test('the loss is the integral of the normal tail (unit normal loss table: 0.3989, 0.0833 at 1, 0.0085 at 2)', () => {
    const lossAt = (mean: number) => normalExpectedLoss({ mean, deviation: 1 });
    expect(lossAt(0)).toBeCloseTo(0.39894228, 8);
    expect(lossAt(1)).toBeCloseTo(0.08331547, 8);
    expect(lossAt(2)).toBeCloseTo(0.0084907, 8);
    expect(lossAt(-1)).toBeCloseTo(1.08331547, 8);
    // mpmath: φ(9) - 9 (1 - Φ(9)), 30 digits.
    expect(lossAt(9) / 1.22477918084349e-20).toBeCloseTo(1, 10);
  });

  test('probability to beat and interval of a standard deviation of 2', () => {
    const belief = { mean: 1.96, deviation: 2 };
    expect(normalProbabilityToBeat(belief)).toBeCloseTo(0.83645694, 8);
    const { low, high } = normalCredibleInterval(belief, 0.95);
    expect(low).toBeCloseTo(1.96 - 3.91992797, 8);
    expect(high).toBeCloseTo(1.96 + 3.91992797, 8);
  });
});
