import { describe, expect, test } from 'vitest';
import { betaExpectedLoss } from '../../../../../src/core/experiment/bayesian/betaExpectedLoss';
import { betaProbabilityToBeat } from '../../../../../src/core/experiment/bayesian/betaProbabilityToBeat';
import { betaRuleChances } from '../../../../../src/core/experiment/bayesian/betaRuleChances';
import { leastToChoose } from '../../../../../src/core/experiment/bayesian/leastToChoose';
import type { DecisionRule } from '../../../../../src/core/experiment/sequential/planAnalysis';
import { normalCdf } from '../../../../../src/core/stats/distributions/normalCdf';

const prior = { alpha: 1, beta: 1 };
const both = (units: number) => ({ control: units, treatment: units });

function chances(
  rule: DecisionRule,
  looks: readonly number[],
  shares = { control: 0.3, treatment: 0.3 },
) {
  const found = betaRuleChances({ rule, prior, sides: 2, looks: looks.map(both) }, shares);
  if (found === null) throw new Error('So few can be enumerated.');
  return found;
}

describe('chances of a Bayesian rule at one look', () => {
  test('five units in each variant, by hand: with a uniform prior only 5 against 0 and 1, and 4 against 0, reach 97 %', () => {
    // P(B > A) for counts (A, B) of 5 and uniform priors, from the closed sum over beta functions (Evan Miller's formula):
    // (0, 5) .99892, (1, 5) .99242, (0, 4) .99242, (1, 4) .95996, (2, 5) .96970, (0, 3) .96970.
    const { treatment } = chances({ probability: 0.97 }, [5], { control: 0.3, treatment: 0.8 });
    const none = 0.7 ** 5;
    const one = 5 * 0.3 * 0.7 ** 4;
    const all = 0.8 ** 5;
    const four = 5 * 0.2 * 0.8 ** 4;
    expect(treatment[0]).toBeCloseTo(none * (all + four) + one * all, 12);
  });

  test('equal variants: each is chosen equally often, near to what the normal rule says', () => {
    const { treatment, control } = chances({ probability: 0.95 }, [100]);
    expect(treatment[0]).toBeCloseTo(control[0] ?? NaN, 9);
    expect(Math.abs((treatment[0] ?? NaN) - 0.05)).toBeLessThan(0.01);
  });

  test('power near to that of the normal rule', () => {
    const { treatment } = chances({ probability: 0.95 }, [120], { control: 0.2, treatment: 0.35 });
    const error = Math.sqrt((0.2 * 0.8 + 0.35 * 0.65) / 120);
    expect(Math.abs((treatment[0] ?? NaN) - normalCdf(0.15 / error - 1.6449))).toBeLessThan(0.02);
  });

  test('a loss that nobody minds chooses whichever is ahead', () => {
    const shares = { control: 0.5, treatment: 0.5 };
    const { treatment, control } = chances({ expectedLoss: 1 }, [5], shares);
    // Equal counts: C(10, 5) / 2^10.
    expect(treatment[0]).toBeCloseTo((1 - 252 / 1024) / 2, 10);
    expect(control[0]).toBeCloseTo(treatment[0] ?? NaN, 10);
  });
});

describe('chances of a Bayesian rule at several looks', () => {
  test('two units and two more, by hand: every outcome of the eight units', () => {
    // With 1 of 2 against none of 2 the probability is 4 / 5 exactly, which is enough.
    const least = 0.8 - 1e-9;
    const rule = { probability: 0.8 };
    const shares = { control: 0.3, treatment: 0.6 };
    const binomial = (count: number, units: number, share: number) =>
      (units === 2 ? [1, 2, 1] : [1])[count]! * share ** count * (1 - share) ** (units - count);
    const beats = (a: number, b: number, units: number) =>
      betaProbabilityToBeat(
        { alpha: 1 + a, beta: 1 + units - a },
        { alpha: 1 + b, beta: 1 + units - b },
      );
    const wanted = { treatment: [0, 0], control: [0, 0] };
    for (const a of [0, 1, 2]) {
      for (const b of [0, 1, 2]) {
        const first = binomial(a, 2, shares.control) * binomial(b, 2, shares.treatment);
        if (beats(a, b, 2) >= least) wanted.treatment[0]! += first;
        else if (beats(a, b, 2) <= 1 - least) wanted.control[0]! += first;
        else {
          for (const c of [0, 1, 2]) {
            for (const d of [0, 1, 2]) {
              const both =
                first * binomial(c, 2, shares.control) * binomial(d, 2, shares.treatment);
              if (beats(a + c, b + d, 4) >= least) wanted.treatment[1]! += both;
              else if (beats(a + c, b + d, 4) <= 1 - least) wanted.control[1]! += both;
            }
          }
        }
      }
    }
    const found = chances(rule, [2, 4], shares);
    for (const variant of ['treatment', 'control'] as const) {
      found[variant].forEach((chance, k) => expect(chance).toBeCloseTo(wanted[variant][k]!, 12));
    }
  });

  test('a look without new units adds nothing, and chances add up as looks are added', () => {
    const rule = { probability: 0.95 };
    const { treatment } = chances(rule, [40, 40, 80]);
    expect(treatment[1]).toBe(0);
    expect(treatment[0]).toBeCloseTo(chances(rule, [40]).treatment[0] ?? NaN, 9);
  });

  test('too many outcomes are not enumerated', () => {
    const design = { rule: { probability: 0.95 }, prior, sides: 2 } as const;
    const shares = { control: 0.3, treatment: 0.3 };
    expect(betaRuleChances({ ...design, looks: [5000, 10_000].map(both) }, shares)).toBe(null);
  });
});

describe('the least count to choose', () => {
  test.each<DecisionRule>([{ probability: 0.95 }, { expectedLoss: 0.004 }])(
    'is the one that the posterior itself says, %j',
    (rule) => {
      const chosen = { units: 150, low: 0, high: 150 };
      const other = { units: 120, low: 10, high: 90 };
      const odd = { alpha: 0.7, beta: 2.5 };
      const least = leastToChoose(rule, odd, { chosen, other });
      const isChosen = (count: number, against: number) => {
        const one = { alpha: odd.alpha + count, beta: odd.beta + 150 - count };
        const two = { alpha: odd.alpha + against, beta: odd.beta + 120 - against };
        if ('probability' in rule) return betaProbabilityToBeat(two, one) >= rule.probability;
        const isAhead = one.alpha / (one.alpha + one.beta) > two.alpha / (two.alpha + two.beta);
        return isAhead && betaExpectedLoss(one, two) <= rule.expectedLoss;
      };
      least.forEach((count, i) => {
        if (count <= 150) expect(isChosen(count, 10 + i)).toBe(true);
        if (count > 0) expect(isChosen(count - 1, 10 + i)).toBe(false);
      });
    },
  );
});
