import { describe, expect, test } from 'vitest';
import { alwaysValidMultiplier } from '../../../../../src/core/experiment/sequential/alwaysValidMultiplier';
import type { EfficacyPlan } from '../../../../../src/core/experiment/sequential/boundPlan';
import { naivePeekingError } from '../../../../../src/core/experiment/sequential/naivePeekingError';
import { sequentialDesign } from '../../../../../src/core/experiment/sequential/sequentialDesign';
import type { Spending } from '../../../../../src/core/experiment/sequential/spending';
import { spentBy } from '../../../../../src/core/experiment/sequential/spending';
import {
  crossingProbabilities,
  totalOf,
} from '../../../../../src/core/experiment/sequential/crossingProbabilities';
import { driftForPower } from '../../../../../src/core/experiment/sequential/driftForPower';
import { recursionOver } from '../../../../../src/core/experiment/sequential/recursion';
import { binomialCdf } from '../../../../../src/core/stats/distributions/binomialCdf';
import { binomialUpperTail } from '../../../../../src/core/stats/distributions/binomialUpperTail';
import { normalUpperTail } from '../../../../../src/core/stats/distributions/normalUpperTail';
import { normalQuantile } from '../../../../../src/core/stats/distributions/normalQuantile';
import { casesNamed, expectNear, type ReferenceCase } from '../../../../support/referenceCases';

function evenly(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => (i + 1) / count);
}

function expectAllNear(computed: readonly number[], expected: unknown, row: ReferenceCase): void {
  const wanted = expected as readonly number[];
  expect(computed).toHaveLength(wanted.length);
  computed.forEach((value, i) => expectNear(value, wanted[i], row));
}

/** Two-sided, for each number of looks of the case. */
function designsOf(row: ReferenceCase, efficacy: EfficacyPlan) {
  const { K, alpha, power } = row.inputs as { K: number[]; alpha: number; power?: number };
  return K.map((count) =>
    sequentialDesign({
      fractions: evenly(count),
      sides: 2,
      significanceLevel: alpha,
      power: power ?? 0.8,
      efficacy,
    }),
  );
}

function lastBounds(designs: ReturnType<typeof designsOf>): readonly number[] {
  return designs.map(({ looks }) => looks.at(-1)?.upper ?? NaN);
}

describe('reference cases of constant bounds', () => {
  test.each([
    ['gs-pocock', 0.5],
    ['gs-obf', 0],
    ['gs-wangtsiatis', 0.25],
  ])('%s', (name, shape) => {
    for (const row of casesNamed(name)) {
      expectAllNear(lastBounds(designsOf(row, { kind: 'shape', shape })), row.expected['C'], row);
    }
  });

  test.each(casesNamed('gs-haybittle-peto'))('$id $what ($source)', (row) => {
    const { K, alpha } = row.inputs as { K: number; alpha: number };
    const one = { ...row, inputs: { K: [K], alpha } };
    const designs = designsOf(one, { kind: 'flat-then-rest', z: 3 });
    expectNear(lastBounds(designs)[0] ?? NaN, row.expected['final'], row);
  });

  test.each([...casesNamed('gs-inflation-')])('$id $what ($source)', (row) => {
    const shape = row.id.includes('pocock') ? 0.5 : 0;
    const designs = designsOf(row, { kind: 'shape', shape });
    expectAllNear(
      designs.map(({ maximumInflation }) => maximumInflation),
      row.expected['R'],
      row,
    );
    expectAllNear(
      designs.map(({ averageSample }) => averageSample.effect),
      row.expected['asn_h1'],
      row,
    );
  });
});

describe('reference cases of spending', () => {
  interface Inputs {
    readonly t?: readonly number[];
    readonly t_looks?: number;
    readonly alpha_one_sided: number;
    readonly rho?: number;
  }

  const spendingOf = ({ id, inputs }: ReferenceCase): Spending =>
    id.startsWith('gs-power')
      ? { kind: 'power', exponent: (inputs as unknown as Inputs).rho ?? NaN }
      : { kind: id.includes('pocock') ? 'lan-demets-pocock' : 'lan-demets-obrien-fleming' };

  test.each([...casesNamed('gs-ld-'), ...casesNamed('gs-power-')])('$id $what ($source)', (row) => {
    const { t, t_looks, alpha_one_sided: error } = row.inputs as unknown as Inputs;
    const fractions = t ?? evenly(t_looks ?? 0);
    const spending = spendingOf(row);
    const { looks } = sequentialDesign({
      fractions,
      sides: 2,
      significanceLevel: 2 * error,
      power: 0.8,
      efficacy: { kind: 'spending', spending },
    });
    const bounds = looks.map(({ upper }) => upper);
    expectAllNear(bounds, row.expected['bounds'], row);
    const { cum_alpha: spent, nominal_p_one_sided: nominal } = row.expected;
    if (spent !== undefined) {
      const computed = fractions.map((fraction, look) =>
        spentBy(spending, { error, fraction, look }),
      );
      expectAllNear(computed, spent, row);
    }
    if (nominal !== undefined) expectAllNear(bounds.map(normalUpperTail), nominal, row);
  });
});

describe('reference cases of peeking', () => {
  test.each(casesNamed('peek-type1'))('$id $what ($source)', (row) => {
    const { K, crit } = row.inputs as { K: number[]; crit: number };
    const errors = K.map(
      (looks) => naivePeekingError({ looks, criticalValue: crit, sides: 2, drift: 0 }).any,
    );
    expectAllNear(errors, row.expected['type1'], row);
  });

  test('the published table at 1.96: Armitage, McPherson and Rowe 1969', () => {
    const errors = [1, 2, 3, 4, 5, 10, 20].map((looks) =>
      naivePeekingError({ looks, criticalValue: 1.96, sides: 2, drift: 0 }).any.toFixed(3),
    );
    expect(errors).toEqual(['0.050', '0.083', '0.107', '0.126', '0.142', '0.193', '0.248']);
  });

  test('twenty looks under the effect of a fixed test with 80 %: gs_numeric.R, three digits', () => {
    const drift = normalQuantile(0.8) - normalQuantile(0.025);
    const outcome = naivePeekingError({ looks: 20, criticalValue: 1.959964, sides: 2, drift });
    expect(outcome.any.toFixed(3)).toBe('0.883');
    expect(outcome.wrong.toFixed(3)).toBe('0.008');
    expect(outcome.averageFraction.toFixed(2)).toBe('0.44');
  });
});

describe('reference cases of always valid intervals', () => {
  test.each(casesNamed('acs-growthbook'))('$id $what ($source)', (row) => {
    const { n, alpha, tuning } = row.inputs as { n: number; alpha: number; tuning: number };
    const moment = { units: n, variance: 1, significanceLevel: alpha, sides: 2 } as const;
    const multiplier = alwaysValidMultiplier({ kind: 'growthbook', tuning }, moment);
    expectNear(multiplier, row.expected['multiplier'], row);
    expectNear(multiplier / -normalQuantile(alpha / 2), row.expected['ratio_to_1.96'], row);
  });

  test.each(casesNamed('msprt-statsig'))('$id $what ($source)', (row) => {
    const { var_t, var_c, n_t, n_c, alpha } = row.inputs as Record<string, number>;
    const multiplier = alwaysValidMultiplier(
      { kind: 'statsig', varianceControl: var_c ?? NaN, varianceTreatment: var_t ?? NaN },
      {
        units: (n_t ?? NaN) + (n_c ?? NaN),
        variance: row.expected['V'] as number,
        significanceLevel: alpha ?? NaN,
        sides: 2,
      },
    );
    expectNear(multiplier, row.expected['zstar'], row);
  });

  test.each(casesNamed('confseq-normal-mixture'))('$id $what ($source)', (row) => {
    const { v, v_opt, alpha } = row.inputs as { v: number[]; v_opt: number; alpha: number };
    const bounds = v.map(
      (units) =>
        Math.sqrt(units) *
        alwaysValidMultiplier(
          { kind: 'asymptotic-cs', tuning: v_opt },
          { units, variance: 1, significanceLevel: alpha, sides: 2 },
        ),
    );
    expectAllNear(bounds, row.expected['bound'], row);
  });

  test.each(casesNamed('acs-anylook'))('$id $what ($source)', (row) => {
    const { K, total_n, tuning, alpha } = row.inputs as Record<string, number>;
    const looks = evenly(K ?? NaN).map((fraction) => {
      const upper = alwaysValidMultiplier(
        { kind: 'growthbook', tuning: tuning ?? NaN },
        {
          units: fraction * (total_n ?? NaN),
          variance: 1,
          significanceLevel: alpha ?? NaN,
          sides: 2,
        },
      );
      return { fraction, upper, lower: -upper, futility: null };
    });
    const recursion = recursionOver(looks);
    const at = (drift: number) => crossingProbabilities(recursion, drift);
    expectNear(looks.at(-1)?.upper ?? NaN, row.expected['crit_last'], row);
    expectNear(2 * totalOf(at(0).success), row.expected['type1'], row);
    const fixed = normalQuantile(0.8) - normalQuantile(0.025);
    const ratio = driftForPower(recursion, 0.8) / fixed;
    expectNear(ratio * ratio, row.expected['R_any'], row);
    const formula = fixed * Math.sqrt(row.expected['R_growthbook_formula'] as number);
    expectNear(totalOf(at(formula).success), row.expected['any_power_when_formula_says_80'], row);
    // Counted at the last look alone, the drift is the bound's and the wanted power's.
    const last = ((looks.at(-1)?.upper ?? NaN) + normalQuantile(0.8)) / fixed;
    expectNear(last * last, row.expected['R_last_only'], row);
    const { any } = row.expected['at_drift_2.801585'] as { any: number };
    expectNear(totalOf(at(fixed).success), any, row);
  });
});

/** Chance that a walk with steps +1 (this share) and -1 leads by `lead` within so many steps: by reflection. */
function chanceToLead(steps: number, lead: number, share: number): number {
  const ahead = binomialUpperTail(Math.ceil((steps + lead) / 2) - 1, steps, share);
  const behind = binomialCdf(Math.ceil((steps - lead) / 2) - 1, steps, share);
  return ahead + (share / (1 - share)) ** lead * behind;
}

describe("reference cases of Evan Miller's race", () => {
  test.each(casesNamed('evanmiller-sequential'))('$id $what ($source)', (row) => {
    const lift = row.inputs['relative_lift'] as number;
    const { N, d } = row.expected as { N: number; d: number };
    expectNear(chanceToLead(N, d, 0.5), row.expected['type1'], row);
    expectNear(chanceToLead(N, d, (1 + lift) / (2 + lift)), row.expected['power'], row);
  });
});
