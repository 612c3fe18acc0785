import { describe, expect, test } from 'vitest';
import { betaRuleChances } from '../../../../../src/core/experiment/bayesian/betaRuleChances';
import { normalCdf } from '../../../../../src/core/stats/distributions/normalCdf';

const uniform = { alpha: 1, beta: 1 };

describe('chances of a Bayesian rule', () => {
  test('five units in each variant, by hand: with a uniform prior only 5 against 0 and 1, and 4 against 0, reach 97 %', () => {
    // P(B > A) for counts (A, B) of 5 and uniform priors, from the closed sum over beta functions (Evan Miller's formula):
    // (0, 5) .99892, (1, 5) .99242, (0, 4) .99242, (1, 4) .95996, (2, 5) .96970, (0, 3) .96970.
    const arms = { control: { units: 5, share: 0.3 }, treatment: { units: 5, share: 0.8 } };
    const none = 0.7 ** 5;
    const one = 5 * 0.3 * 0.7 ** 4;
    const all = 0.8 ** 5;
    const four = 5 * 0.2 * 0.8 ** 4;
    const { treatment } = betaRuleChances({ probability: 0.97 }, uniform, arms);
    expect(treatment).toBeCloseTo(none * (all + four) + one * all, 12);
  });

  test('equal variants: each is chosen equally often, near to what the normal rule says', () => {
    const arm = { units: 100, share: 0.3 };
    const rule = { probability: 0.95 };
    const { treatment, control } = betaRuleChances(rule, uniform, { control: arm, treatment: arm });
    expect(treatment).toBeCloseTo(control, 10);
    expect(Math.abs(treatment - 0.05)).toBeLessThan(0.01);
  });

  test('power near to that of the normal rule', () => {
    const arms = { control: { units: 120, share: 0.2 }, treatment: { units: 120, share: 0.35 } };
    const { treatment } = betaRuleChances({ probability: 0.95 }, uniform, arms);
    const error = Math.sqrt((0.2 * 0.8 + 0.35 * 0.65) / 120);
    expect(Math.abs(treatment - normalCdf(0.15 / error - 1.6449))).toBeLessThan(0.02);
  });

  test('a loss that nobody minds chooses whichever is ahead', () => {
    const arm = { units: 5, share: 0.5 };
    const { treatment, control } = betaRuleChances({ expectedLoss: 1 }, uniform, {
      control: arm,
      treatment: arm,
    });
    // Equal counts: C(10, 5) / 2^10.
    expect(treatment).toBeCloseTo((1 - 252 / 1024) / 2, 11);
    expect(control).toBeCloseTo(treatment, 11);
  });
});
