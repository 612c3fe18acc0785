import { describe, expect, test } from 'vitest';
import type { MetricTest } from '../../../../../src/core/experiment/plan/metricKinds';
import type { PlanDesign, PlanMetric } from '../../../../../src/core/experiment/plan/planSchema';
import type { Comparison } from '../../../../../src/core/experiment/size/comparison';
import { correctedLevel } from '../../../../../src/core/experiment/size/correctedLevel';
import { dunnettCritical } from '../../../../../src/core/experiment/size/dunnettCritical';
import { countTests } from '../../../../../src/core/experiment/size/enumerated/countTest';
import { binomialWindow } from '../../../../../src/core/experiment/size/exact/binomialWindow';
import { exactRejection } from '../../../../../src/core/experiment/size/exact/exactRejection';
import { exaggerationOf } from '../../../../../src/core/experiment/size/exaggeration';
import { ratioVariance } from '../../../../../src/core/experiment/size/methods/deltaMethod';
import { restrictedProportions } from '../../../../../src/core/experiment/size/methods/farringtonManning';
import { welch } from '../../../../../src/core/experiment/size/methods/welch';
import { planComparisons } from '../../../../../src/core/experiment/size/planComparisons';
import { ratioAlarmPower } from '../../../../../src/core/experiment/size/ratioMismatch';
import { sizeMethodOf, sizeMethods } from '../../../../../src/core/experiment/size/sizeMethods';
import { designEffect } from '../../../../../src/core/experiment/size/stretch';
import {
  type ToolDefinition,
  toolMethods,
} from '../../../../../src/core/experiment/size/tools/toolMethods';
import { exactUnitsBy } from '../../../../../src/core/experiment/size/unitsBy';
import { daysFor } from '../../../../../src/core/experiment/size/daysFor';
import { unitVariance } from '../../../../../src/core/experiment/size/unitVariance';
import { normalQuantile } from '../../../../../src/core/stats/distributions/normalQuantile';
import { asin } from '../../../../../src/core/stats/elementary/asin';
import { planWith } from '../../../../support/examplePlan';
import { casesNamed, expectNear, type ReferenceCase } from '../../../../support/referenceCases';

interface Question {
  readonly test: MetricTest;
  readonly metric?: Partial<PlanMetric>;
  readonly design?: Partial<PlanDesign>;
  readonly weights?: readonly number[];
}

/** The only comparison of a plan with this question. */
function comparisonOf({ test: name, metric, design, weights = [1, 1] }: Question): Comparison {
  const plan = planWith({ weights, metric: { ...metric, test: name }, design: { ...design } });
  const [comparison] = planComparisons(plan);
  if (comparison === undefined) throw new Error('one comparison');
  return comparison;
}

/** Numbers among a case's inputs. */
function numbersOf({ inputs }: ReferenceCase): Readonly<Record<string, number>> {
  return inputs as Readonly<Record<string, number>>;
}

function listOf(value: unknown): readonly number[] {
  return value as readonly number[];
}

/** A change from p1 to p2 with its direction. */
function change(p1: number, p2: number): Partial<PlanMetric> {
  return {
    baseline: p1,
    direction: p2 > p1 ? 'increase' : 'decrease',
    minimumDetectableEffect: { absolute: Math.abs(p2 - p1) },
  };
}

function sizeOfProportions(
  row: ReferenceCase,
  name: MetricTest,
  design: Partial<PlanDesign> = {},
): number {
  const { p1 = NaN, p2 = NaN, delta_abs = NaN, alpha, power } = numbersOf(row);
  const target = Number.isNaN(p2) ? p1 + delta_abs : p2;
  const comparison = comparisonOf({
    test: name,
    metric: change(p1, target),
    design: { significanceLevel: alpha ?? 0.05, power: power ?? 0.8, ...design },
  });
  return sizeMethodOf({ test: name }).totalSampleSize(comparison, power ?? 0.8) / 2;
}

describe('sizes of two proportions', () => {
  const rows: readonly (readonly [string, MetricTest, string])[] = [
    ['pn-pooled-20-25', 'z-pooled', 'n_per_arm'],
    ['pn-arcsine', 'arcsine', 'n_per_arm'],
    ['pn-fleiss-cc', 'z-continuity-corrected', 'n_per_arm'],
    ['pn-extreme', 'z-pooled', 'n_pooled'],
    ['pn-extreme', 'z-unpooled', 'n_unpooled'],
  ];
  for (const [id, name, key] of rows) {
    const cases = casesNamed(id).filter(({ id }) => !id.endsWith('strict'));
    test.each(cases)(`$id by ${name} ($source)`, (row) => {
      expectNear(sizeOfProportions(row, name), row.expected[key], row);
    });
  }

  test.each(casesNamed('pn-pooled-20-25-strict'))('$id, both tails ($source)', (row) => {
    const size = sizeOfProportions(row, 'z-pooled', { powerCounts: 'either-direction' });
    expectNear(size, row.expected['n_per_arm'], row);
  });

  const tools: readonly (readonly [string, ToolDefinition, string])[] = [
    ['pn-evanmiller', 'null-variance-from-baseline', 'n_per_arm'],
    ['pn-extreme', 'null-variance-from-baseline', 'n_evanmiller'],
    ['pn-baselinevar', 'baseline-variance', 'n_per_arm'],
    ['pn-lehr', 'rule-of-16', 'n_per_arm'],
    ['pn-growthbook', 'relative-lift-baseline-variance', 'n_per_arm'],
  ];
  for (const [id, tool, key] of tools) {
    test.each(casesNamed(id))(`$id by ${tool} ($source)`, (row) => {
      const { p1 = NaN, p2, delta_abs, lift, alpha, power = 0.8 } = numbersOf(row);
      const target = p2 ?? p1 + (delta_abs ?? p1 * (lift ?? NaN));
      const comparison = comparisonOf({
        test: 'z-unpooled',
        metric: change(p1, target),
        design: { significanceLevel: alpha ?? 0.05, power },
      });
      const size = toolMethods[tool].totalSampleSize(comparison, power) / 2;
      expectNear(size, row.expected[key], row);
    });
  }

  test.each(casesNamed('pn-pwr2p'))('$id ($source)', (row) => {
    const comparison = comparisonOf({
      test: 'arcsine',
      metric: change(0.2, 0.25),
      design: { powerCounts: 'either-direction' },
    });
    expectNear(2 * asin(0.5) - 2 * asin(Math.sqrt(0.2)), row.inputs['h'], {
      ...row,
      tolerance: { kind: 'rel', value: 1e-12 },
    });
    expectNear(
      sizeMethods.arcsine.totalSampleSize(comparison, 0.8) / 2,
      row.expected['n_per_arm'],
      row,
    );
  });

  test.each(casesNamed('sm-normalind'))('$id ($source)', (row) => {
    const size = sizeOfProportions(row, 'arcsine', { powerCounts: 'either-direction' });
    expectNear(size, row.expected['nobs1'], row);
  });

  test.each(casesNamed('sm-n-prop2'))('$id ($source)', (row) => {
    const { diff = NaN, prop2 = NaN, power = NaN } = numbersOf(row);
    const comparison = comparisonOf({ test: 'z-pooled', metric: change(prop2, prop2 + diff) });
    const size = sizeMethods['z-pooled'].totalSampleSize(comparison, power) / 2;
    expectNear(size, row.expected['nobs1'], row);
  });

  test.each(casesNamed('pn-unequal'))('$id pooled ($source)', (row) => {
    const { p1 = NaN, p2 = NaN, k = NaN } = numbersOf(row);
    const comparison = comparisonOf({ test: 'z-pooled', metric: change(p1, p2), weights: [1, k] });
    const total = sizeMethods['z-pooled'].totalSampleSize(comparison, 0.8);
    expectNear(total * comparison.controlShare, row.expected['n1_pooled'], row);
    expectNear(total * comparison.treatmentShare, row.expected['n2_pooled'], row);
  });

  test.each(casesNamed('pn-sidak-3arms'))('$id by correction: sidak ($source)', (row) => {
    const comparison = comparisonOf({
      test: 'z-unpooled',
      metric: change(0.1, 0.12),
      design: { correction: 'sidak' },
      weights: [1, 1, 1, 1],
    });
    expectNear(comparison.significanceLevel, row.expected['alpha_adj'], row);
    const total = sizeMethods['z-unpooled'].totalSampleSize(comparison, 0.8);
    expectNear(total / 4, row.expected['n_per_arm'], row);
  });
});

describe('power of two proportions', () => {
  test.each(casesNamed('pp-doc-50'))('$id ($source)', (row) => {
    const { n = NaN, p1 = NaN, p2 = NaN } = numbersOf(row);
    const comparison = comparisonOf({ test: 'z-pooled', metric: change(p1, p2) });
    expectNear(sizeMethods['z-pooled'].power(comparison, 2 * n), row.expected['power'], row);
  });

  test.each(casesNamed('pp-10000-20-21'))('$id, both tails ($source)', (row) => {
    for (const [name, key] of [
      ['z-unpooled', 'power_unpooled'],
      ['z-pooled', 'power_pooled_strict'],
    ] as const) {
      const comparison = comparisonOf({
        test: name,
        metric: change(0.2, 0.21),
        design: { powerCounts: 'either-direction' },
      });
      expectNear(sizeMethods[name].power(comparison, 20_000), row.expected[key], row);
    }
  });

  test.each(casesNamed('sm-power-prop2'))('$id ($source)', (row) => {
    const { diff = NaN, prop2 = NaN, nobs1 = NaN, ratio = NaN, alpha = NaN } = numbersOf(row);
    const isOne = row.inputs['alternative'] === 'larger';
    const comparison = comparisonOf({
      test: 'z-pooled',
      // Their group 1 is the one with the difference; ratio is group 2's size over group 1's.
      metric: change(prop2, prop2 + diff),
      weights: [ratio, 1],
      design: {
        significanceLevel: alpha,
        sides: isOne ? 'one' : 'two',
        powerCounts: 'either-direction',
      },
    });
    const power = sizeMethods['z-pooled'].power(comparison, nobs1 * (1 + ratio));
    expectNear(power, row.expected['power'], row);
  });

  test.each(casesNamed('mde-'))('$id ($source)', (row) => {
    const { n_per_arm = NaN, p1 = NaN } = numbersOf(row);
    const comparison = comparisonOf({ test: 'z-pooled', metric: change(p1, p1 * 1.01) });
    const effect = sizeMethods['z-pooled'].minimumDetectableEffect(comparison, 2 * n_per_arm, 0.8);
    expectNear(p1 + (effect ?? NaN), row.expected['p2'], row);
    expectNear(effect ?? NaN, row.expected['mde_abs'], row);
    expectNear((effect ?? NaN) / p1, row.expected['mde_rel'], row);
  });
});

describe('exact tests', () => {
  test.each(casesNamed('exact-z'))('$id by enumeration ($source)', (row) => {
    const { n1 = NaN, n2 = NaN, p1 = NaN, p2 = NaN } = numbersOf(row);
    for (const [variance, key] of [
      ['z-pooled', 'pooled'],
      ['z-unpooled', 'unpooled'],
    ] as const) {
      const statistic = countTests[variance]?.statistic;
      const found = exactRejection({
        control: binomialWindow(n1, p1),
        treatment: binomialWindow(n2, p2),
        above: (x1, x2) => statistic?.({ x1, n1, x2, n2 }, { at: p1, shift: 0 }) ?? NaN,
        critical: 1.959963984540054,
      });
      expectNear(found.above + found.below, row.expected[key], row);
    }
  });

  test.each(casesNamed('exact-fisher'))('$id ($source)', (row) => {
    const { n1 = NaN, n2 = NaN, p1 = NaN, p2 = NaN } = numbersOf(row);
    const comparison = comparisonOf({
      test: 'fisher-exact',
      metric: change(p1, p2),
      weights: [n1, n2],
      design: { powerCounts: 'either-direction' },
    });
    const power = sizeMethods['fisher-exact'].power(comparison, n1 + n2);
    expectNear(power, row.expected['power'], row);
  });
});

describe('margins', () => {
  test.each(casesNamed('ni-prop'))('$id ($source)', (row) => {
    const { alpha_one_sided = NaN, margin_rel, margin_abs = 0.02, power = NaN } = numbersOf(row);
    const name = row.id === 'ni-prop-fm' ? 'farrington-manning' : 'z-unpooled';
    const comparison = comparisonOf({
      test: name,
      metric: {
        baseline: 0.1,
        hypothesis: 'non-inferiority',
        margin: margin_rel === undefined ? { absolute: margin_abs } : { relative: margin_rel },
      },
      design: { significanceLevel: alpha_one_sided, sides: 'one' },
    });
    const size = sizeMethods[name].totalSampleSize(comparison, power) / 2;
    expectNear(size, row.expected['n_per_arm'], row);
    if (name !== 'farrington-manning') return;
    const { control, treatment } = restrictedProportions(comparison, -0.02);
    expectNear(control, row.expected['p_control_null'], row);
    expectNear(treatment, row.expected['p_treat_null'], row);
  });

  test.each(casesNamed('eq-tost-t'))('$id ($source)', (row) => {
    const { n = NaN, margin = NaN } = numbersOf(row);
    for (const [difference, key] of [
      [0, 'power_diff0'],
      [0.2, 'power_diff0.2'],
    ] as const) {
      const comparison = comparisonOf({
        test: 't',
        metric: {
          kind: 'mean',
          baseline: 10,
          deviation: 1,
          hypothesis: 'equivalence',
          margin: { absolute: margin },
          expectedDifference: { absolute: difference },
        },
      });
      expectNear(sizeMethods.t.power(comparison, 2 * n), row.expected[key], row);
    }
  });

  // Two sides of 5 % leave 2.5 % for the one side of non-inferiority; signs by direction.
  test('what is significant the wrong way never counts', () => {
    const power = (powerCounts: 'planned-direction' | 'either-direction') =>
      sizeMethods['z-unpooled'].power(
        comparisonOf({
          test: 'z-unpooled',
          metric: { baseline: 0.1, hypothesis: 'non-inferiority', margin: { absolute: 0.01 } },
          design: { powerCounts },
        }),
        500,
      );
    expect(power('either-direction')).toBe(power('planned-direction'));
  });

  test('the sign of what is worse follows the direction', () => {
    const margins = (direction: 'increase' | 'decrease', difference: number) =>
      sizeMethods['z-unpooled'].totalSampleSize(
        comparisonOf({
          test: 'z-unpooled',
          metric: {
            baseline: 0.1,
            direction,
            margin: { absolute: 0.01 },
            hypothesis: 'non-inferiority',
            expectedDifference: { absolute: difference },
          },
        }),
        0.8,
      );
    // R 4.2.2: (qnorm(.975)+qnorm(.8))^2 * (.1*.9 + p2*(1-p2)) / (.01 +- d)^2 * 2
    const size = (p2: number, distance: number) =>
      (2 * 7.848879734349089 * (0.09 + p2 * (1 - p2))) / (distance * distance);
    expect(margins('increase', -0.004)).toBeCloseTo(size(0.096, 0.006), 3);
    expect(margins('increase', 0.004)).toBeCloseTo(size(0.104, 0.014), 3);
    expect(margins('decrease', -0.004)).toBeCloseTo(size(0.096, 0.014), 3);
    expect(margins('decrease', 0.004)).toBeCloseTo(size(0.104, 0.006), 3);
  });
});

interface TCase {
  readonly sd: number;
  readonly alpha: number;
  readonly type: 'two.sample' | 'paired' | 'one.sample';
  readonly alternative: string;
  readonly n?: number;
  readonly delta: number;
  readonly power?: number;
}

describe('t tests', () => {
  const plain = casesNamed('t-').filter(({ inputs }) => 'type' in inputs);
  test.each(plain)('$id ($source)', (row) => {
    const { sd, alpha, type, alternative, n, delta, power } = row.inputs as unknown as TCase;
    // One sample is a paired test of the differences themselves.
    const name = type === 'two.sample' ? 't' : 'paired-t';
    const comparison = comparisonOf({
      test: name,
      metric: {
        kind: 'mean',
        baseline: 10,
        deviation: sd,
        minimumDetectableEffect: { absolute: delta },
      },
      design: { significanceLevel: alpha, sides: alternative === 'one.sided' ? 'one' : 'two' },
    });
    const arms = type === 'two.sample' ? 2 : 1;
    if (n !== undefined) {
      expectNear(sizeMethods[name].power(comparison, arms * n), row.expected['power'], row);
      return;
    }
    const size = sizeMethods[name].totalSampleSize(comparison, power ?? NaN) / arms;
    expectNear(size, row.expected['n'], row);
    if (row.expected['ceil'] !== undefined) expect(Math.ceil(size)).toBe(row.expected['ceil']);
  });

  function student(
    d: number,
    weights: readonly number[] = [1, 1],
    design: Partial<PlanDesign> = {},
  ) {
    return comparisonOf({
      test: 't',
      metric: {
        kind: 'mean',
        baseline: 10,
        deviation: 1,
        minimumDetectableEffect: { absolute: Math.abs(d) },
      },
      weights,
      design: { powerCounts: 'either-direction', ...design },
    });
  }

  test.each(casesNamed('t-cohen-tables'))('$id ($source)', (row) => {
    const sizes = listOf(row.inputs['d']).map((d) =>
      Math.ceil(sizeMethods.t.totalSampleSize(student(d), 0.8) / 2),
    );
    expect(sizes).toEqual(row.expected['n_noncentral_t_ceil']);
  });

  test.each(casesNamed('t2n-9-90'))('$id ($source)', (row) => {
    const power = sizeMethods.t.power(student(1, [9, 90]), 99);
    expectNear(power, row.expected['power'], row);
  });

  test.each(casesNamed('t-power-mp'))('$id ($source)', (row) => {
    const { n_per_arm = NaN, d = NaN } = numbersOf(row);
    expectNear(sizeMethods.t.power(student(d), 2 * n_per_arm), row.expected['power'], row);
  });

  test.each(casesNamed('sm-ttest-power'))('$id ($source)', (row) => {
    const { nobs1 = NaN, effect_size = NaN, ratio = NaN } = numbersOf(row);
    const isWrongWay = row.inputs['alternative'] === 'smaller';
    if (isWrongWay) {
      // A positive effect looked for the other way: non-inferiority with the truth beyond the margin is the same question.
      const comparison = {
        ...student(effect_size, [1, ratio], { sides: 'one' }),
        effect: effect_size,
      };
      const wrong = { ...comparison, hypothesis: 'non-inferiority' as const, better: -1 as const };
      expectNear(sizeMethods.t.power(wrong, nobs1 * (1 + ratio)), row.expected['power'], row);
      return;
    }
    const power = sizeMethods.t.power(student(effect_size, [1, ratio]), nobs1 * (1 + ratio));
    expectNear(power, row.expected['power'], row);
  });

  test.each(casesNamed('sm-ttest-n'))('$id ($source)', (row) => {
    const { effect_size = NaN, ratio = NaN, power = NaN } = numbersOf(row);
    const comparison = student(effect_size, [1, ratio]);
    const total = sizeMethods.t.totalSampleSize(comparison, power);
    expectNear(total * comparison.controlShare, row.expected['nobs1'], row);
  });

  test.each(casesNamed('welch-power'))('$id ($source)', (row) => {
    const { n1 = NaN, n2 = NaN, sd1 = NaN, sd2 = NaN, delta = NaN } = numbersOf(row);
    const comparison = comparisonOf({
      test: 'welch',
      metric: {
        kind: 'mean',
        baseline: 10,
        deviation: sd1,
        treatmentDeviation: sd2,
        minimumDetectableEffect: { absolute: delta },
      },
      weights: [n1, n2],
      design: { powerCounts: 'either-direction' },
    });
    expectNear(welch.power(comparison, n1 + n2), row.expected['power'], row);
  });

  test.each(casesNamed('z-vs-t-small-n'))('$id ($source)', (row) => {
    const expected = [listOf(row.expected['power_z']), listOf(row.expected['power_t_strict'])];
    listOf(row.inputs['n']).forEach((n, i) => {
      const comparison = student(listOf(row.inputs['d'])[i] ?? NaN);
      expectNear(sizeMethods.t.power(comparison, 2 * n), expected[1]?.[i], row);
      expectNear(sizeMethods.normal.power(comparison, 2 * n), expected[0]?.[i], row);
    });
  });
});

describe('counts, ratios, revenue, quantiles, ranks', () => {
  test.each(casesNamed('negbin-n'))('$id ($source)', (row) => {
    const { mu1 = NaN, mu2 = NaN, k = NaN } = numbersOf(row);
    const comparison = comparisonOf({
      test: 'normal',
      metric: { kind: 'count', dispersion: k, ...change(mu1, mu2) },
    });
    expectNear(sizeMethods.normal.totalSampleSize(comparison, 0.8) / 2, row.expected['n'], row);
  });

  function countPower(row: ReferenceCase, name: MetricTest): number {
    const { rate1 = NaN, rate2 = NaN, nobs = NaN, dispersion } = numbersOf(row);
    const comparison = comparisonOf({
      test: name,
      metric: {
        kind: 'count',
        ...change(rate2, rate1),
        ...(dispersion !== undefined && { dispersion }),
      },
      design: { powerCounts: 'either-direction' },
    });
    return sizeMethods[name].power(comparison, 2 * nobs);
  }

  test.each(casesNamed('sm-poisson-power'))('$id ($source)', (row) => {
    expectNear(countPower(row, 'poisson'), row.expected['power_ratio'], row);
    expectNear(countPower(row, 'poisson-score'), row.expected['power_diff'], row);
  });

  test.each(casesNamed('sm-negbin-power'))('$id ($source)', (row) => {
    expectNear(countPower(row, 'negative-binomial'), row.expected['power'], row);
  });

  test.each(casesNamed('ratio-delta'))('$id ($source)', (row) => {
    const [x, y] = [listOf(row.inputs['num']), listOf(row.inputs['den'])];
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const covariance = (a: readonly number[], b: readonly number[]) =>
      a.reduce((sum, each, i) => sum + (each - mean(a)) * ((b[i] ?? NaN) - mean(b)), 0) /
      (a.length - 1);
    const [sx, sy] = [Math.sqrt(covariance(x, x)), Math.sqrt(covariance(y, y))];
    const { metric } = comparisonOf({
      test: 'delta-method',
      metric: {
        kind: 'ratio',
        baseline: mean(x) / mean(y),
        deviation: sx,
        denominatorMean: mean(y),
        denominatorDeviation: sy,
        numeratorDenominatorCorrelation: covariance(x, y) / sx / sy,
      },
    });
    expectNear(ratioVariance(metric), row.expected['var_unit'], row);
    expectNear(ratioVariance(metric) / x.length, row.expected['var_delta'], row);
  });

  test.each(casesNamed('rel-lift-var'))('$id ($source)', (row) => {
    const { varA = NaN, meanA = NaN, nA = NaN, varB = NaN, meanB = NaN, nB = NaN } = numbersOf(row);
    const metric: Partial<PlanMetric> = {
      kind: 'mean',
      deviation: Math.sqrt(varA),
      treatmentDeviation: Math.sqrt(varB),
      ...change(meanA, meanB),
    };
    // Standard errors are read off the power: half of it lies where the effect is the critical value.
    for (const [name, key] of [
      ['relative-lift', 'relative'],
      ['normal', 'absolute'],
    ] as const) {
      const comparison = comparisonOf({ test: name, metric, weights: [nA, nB] });
      const scaled = name === 'normal' ? Math.abs(meanB - meanA) : Math.abs(meanB / meanA - 1);
      const total = sizeMethods[name].totalSampleSize(comparison, 0.5);
      const variance = ((scaled / 1.959963984540054) * scaled * total) / 1.959963984540054;
      expectNear(variance / (nA + nB), row.expected[key], row);
    }
  });

  test.each(casesNamed('revenue-zi'))('$id ($source)', (row) => {
    const { p = NaN, sigma = NaN, lift = NaN } = numbersOf(row);
    const baseline = row.expected['mean'] as number;
    const comparison = comparisonOf({
      test: 'normal',
      metric: {
        kind: 'revenue',
        baseline,
        buyerShare: p,
        logDeviation: sigma,
        minimumDetectableEffect: { relative: lift },
      },
    });
    const variance = unitVariance(comparison, baseline, 'control');
    expectNear(variance, row.expected['var'], row);
    expectNear(Math.sqrt(variance) / baseline, row.expected['cv'], row);
    expectNear(sizeMethods.normal.totalSampleSize(comparison, 0.8) / 2, row.expected['n'], row);
    const buyers = comparisonOf({ test: 'z-unpooled', metric: change(p, p * (1 + lift)) });
    const conversion = sizeMethods['z-unpooled'].totalSampleSize(buyers, 0.8) / 2;
    expectNear(conversion, row.expected['n_conversion_only'], row);
  });

  test.each(casesNamed('quantile-'))('$id ($source)', (row) => {
    const { q = NaN, rel_shift = NaN, rate, sigma } = numbersOf(row);
    const comparison = comparisonOf({
      test: 'quantile-normal',
      metric: {
        kind: 'quantile',
        // The median of an exponential is ln 2 / rate, with density rate / 2 there.
        baseline: rate === undefined ? (row.expected['q99'] as number) : Math.LN2 / rate,
        quantile: q,
        ...(rate === undefined ? { logDeviation: sigma } : { density: rate * (1 - q) }),
        minimumDetectableEffect: { relative: rel_shift },
      } as Partial<PlanMetric>,
    });
    const size = sizeMethods['quantile-normal'].totalSampleSize(comparison, 0.8) / 2;
    expectNear(size, row.expected['n'], row);
  });

  test.each(casesNamed('mwu-n-noether'))('$id ($source)', (row) => {
    const comparison = comparisonOf({
      test: 'mann-whitney',
      metric: { kind: 'rank', baseline: 0.5, minimumDetectableEffect: { absolute: 0.05 } },
    });
    const total = sizeMethods['mann-whitney'].totalSampleSize(comparison, 0.8);
    expectNear(total, row.expected['N_total'], row);
  });
});

describe('what stretches the truth', () => {
  test.each(casesNamed('deff'))('$id ($source)', (row) => {
    const [sizes, correlations] = [listOf(row.inputs['m']), listOf(row.inputs['icc'])];
    sizes.forEach((size, i) => {
      const group = { size, correlation: correlations[i] ?? NaN };
      expectNear(designEffect({ ...group, variation: 0 }), listOf(row.expected['deff'])[i], row);
      const unequal = designEffect({ ...group, variation: row.inputs['cv'] as number });
      expectNear(unequal, listOf(row.expected['deff_cv'])[i], row);
    });
  });

  /** Size of a mean with these extras, with `n_raw` without them. */
  function stretchedSize(raw: number, metric: Partial<PlanMetric>): number {
    // A deviation for which the plain size is `raw`: z² 2 s² / d² = raw.
    const deviation = Math.sqrt(raw / (2 * 7.848879734349089));
    const comparison = comparisonOf({
      test: 'normal',
      metric: {
        kind: 'mean',
        baseline: 10,
        deviation,
        minimumDetectableEffect: { absolute: 1 },
        ...metric,
      },
    });
    return sizeMethodOf({ test: 'normal' }).totalSampleSize(comparison, 0.8) / 2;
  }

  test.each(casesNamed('cuped-n'))('$id ($source)', (row) => {
    listOf(row.inputs['rho']).forEach((correlation, i) => {
      const covariate = { correlation, shareWithHistory: 1 };
      const size = stretchedSize(row.inputs['n_raw'] as number, { covariate });
      expectNear(size, listOf(row.expected['n'])[i], row);
    });
  });

  test.each(casesNamed('dilution'))('$id ($source)', (row) => {
    listOf(row.inputs['r']).forEach((triggeredShare, i) => {
      const size = stretchedSize(row.inputs['n_triggered'] as number, { triggeredShare });
      expectNear(size, listOf(row.expected['n_all_users'])[i], row);
    });
  });

  test.each(casesNamed('winners-curse'))('$id ($source)', (row) => {
    const found = exaggerationOf(row.inputs['true_over_se'] as number, {
      significanceLevel: 0.05,
      sides: 2,
    });
    expectNear(found.power, row.expected['power'], row);
    expectNear(found.typeS, row.expected['type_s'], row);
    expectNear(found.typeM, row.expected['type_m'], row);
  });

  // mpmath, 30 digits: d = z(1 - level) + z(power), type M = integral of x phi(x - d) from z to infinity / (power d).
  test.each([
    [0.9, 0.025, 1.060156474210515],
    [0.3, 0.05, 2.034380971353255],
  ] as const)('winner’s curse on one side: power %d at %d', (power, significanceLevel, typeM) => {
    const sides = 1;
    const drift = normalQuantile(power) - normalQuantile(significanceLevel);
    const found = exaggerationOf(drift, { significanceLevel, sides });
    expect(found.power).toBeCloseTo(power, 12);
    expect(found.typeM).toBeCloseTo(typeM, 12);
    expect(found.typeS).toBe(0);
  });

  test.each(casesNamed('srm-power'))('$id ($source)', (row) => {
    listOf(row.inputs['N']).forEach((total, i) => {
      const power = ratioAlarmPower({
        total,
        plannedShare: 0.5,
        trueShare: 0.505,
        alarmLevel: 0.001,
      });
      expectNear(power, listOf(row.expected['power'])[i], row);
    });
  });

  test.each(casesNamed('ramp-runtime'))('$id ($source)', (row) => {
    const plan = planWith({
      traffic: { newUnitsPerDay: 10_000, exposedShare: 1, ramp: listOf(row.inputs['ramp']) },
    });
    const days = listOf(row.expected['cum']).map((_, i) => Math.round(exactUnitsBy(plan, i + 1)));
    expect(days).toEqual(row.expected['cum']);
    expect(daysFor(plan, 40_000)).toBe(row.expected['day']);
  });

  test.each(casesNamed('unique-users'))('$id ($source)', (row) => {
    const plan = planWith({
      traffic: {
        newUnitsPerDay: 0,
        exposedShare: 1,
        returning: {
          population: row.inputs['P'] as number,
          activeShare: row.inputs['a'] as number,
        },
      },
    });
    listOf(row.inputs['D']).forEach((day, i) => {
      expectNear(exactUnitsBy(plan, day), listOf(row.expected['unique'])[i], row);
    });
    expect(daysFor(plan, 100_001)).toBeNull();
  });
});

describe('several comparisons', () => {
  test.each(casesNamed('sidak-alpha'))('$id ($source)', (row) => {
    listOf(row.inputs['m']).forEach((treatments, i) => {
      const level = correctedLevel(
        { ...planWith({}).design, correction: 'sidak' },
        { metrics: 1, shares: Array.from({ length: treatments + 1 }, () => 1 / (treatments + 1)) },
      );
      expectNear(level, listOf(row.expected['alpha_adj'])[i], row);
    });
  });

  test.each(casesNamed('dunnett-z'))('$id ($source)', (row) => {
    const rho = row.inputs['rho'] as number;
    const critical = (k: number, sides: 1 | 2) =>
      dunnettCritical({
        loadings: Array.from({ length: k }, () => Math.sqrt(rho)),
        level: 0.05,
        sides,
      });
    if (row.id === 'dunnett-z-sqrtk') {
      expectNear(critical(3, 2), row.expected['crit'], row);
      return;
    }
    listOf(row.inputs['k']).forEach((k, i) => {
      expectNear(critical(k, 2), listOf(row.expected['two_sided'])[i], row);
      expectNear(critical(k, 1), listOf(row.expected['one_sided'])[i], row);
    });
  });
});
