import { describe, expect, test } from 'vitest';
import { adjustForBefore } from '../../../../../src/core/experiment/analysis/adjustForBefore';
import { MetricSums } from '../../../../../src/core/experiment/analysis/data/metricSums';
import { ratioOfSums } from '../../../../../src/core/experiment/analysis/tests/deltaMethodRatio';
import { relativeLift } from '../../../../../src/core/experiment/analysis/tests/relativeLift';
import { analysisMethods } from '../../../../../src/core/experiment/analysis/tests/registry';
import { welchTest } from '../../../../../src/core/experiment/analysis/tests/welchTest';
import type { PlanMetric } from '../../../../../src/core/experiment/plan/planSchema';
import { examplePlan, planWith } from '../../../../support/examplePlan';
import { analysed, twoSamples } from '../../../../support/readResults';
import { casesNamed, expectNear } from '../../../../support/referenceCases';
import { sleep } from '../../../../support/sleepData';

const mean = (test: PlanMetric['test']) =>
  planWith({ metric: { name: 'y', kind: 'mean', baseline: 1, deviation: 2, test } });

/** Sums of values of which only size, mean and deviation are known. */
function summary(units: number, average: number, deviation: number): MetricSums {
  const sums = new MetricSums();
  sums.addMany(units, average, deviation * deviation * (units - 1));
  return sums;
}

function input(control: MetricSums, treatment: MetricSums) {
  const [metric] = examplePlan.metrics;
  if (metric === undefined) throw new Error('The example plan has a metric.');
  const arm = (sums: MetricSums) => ({ sums, values: null, buckets: null });
  return { metric, control: arm(control), treatment: arm(treatment), pairs: null, seed: 1 };
}

function only(csv: string, name: PlanMetric['test']) {
  const [answer] = analysed(mean(name), csv).comparisons;
  if (answer === undefined) throw new Error('There is one comparison.');
  return answer;
}

describe('reference cases, from the CSV to the answer', () => {
  test.each(casesNamed('student-sleep'))('$id ($source)', (row) => {
    const found = only(twoSamples('y', sleep.second, sleep.first), 't');
    expectNear(found.statistic.value, row.expected['t'], row);
    expectNear(found.statistic.degreesOfFreedom ?? NaN, row.expected['df'], row);
    expectNear(found.p, row.expected['p'], row);
  });

  test.each(casesNamed('paired-sleep'))('$id ($source)', (row) => {
    const rows = sleep.first.flatMap((first, i) => [
      `u${i},control,${sleep.second[i]}`,
      `u${i},treatment,${first}`,
    ]);
    const found = only(`unit,variant,y\n${rows.join('\n')}\n`, 'paired-t');
    const [low, high] = row.expected['ci95'] as number[];
    expectNear(found.statistic.value, row.expected['t'], row);
    expectNear(found.statistic.degreesOfFreedom ?? NaN, row.expected['df'], row);
    expectNear(found.p, row.expected['p'], row);
    expectNear(found.interval?.low ?? NaN, low, row);
    expectNear(found.interval?.high ?? NaN, high, row);
  });

  test.each(casesNamed('welch-mtcars'))('$id ($source)', (row) => {
    const { x, y } = row.inputs as { x: number[]; y: number[] };
    const found = only(twoSamples('y', y, x), 'welch');
    const [low, high] = row.expected['ci95'] as number[];
    expectNear(found.statistic.value, row.expected['t'], row);
    expectNear(found.statistic.degreesOfFreedom ?? NaN, row.expected['df'], row);
    expectNear(found.p, row.expected['p'], row);
    expectNear(found.interval?.low ?? NaN, low, row);
    expectNear(found.interval?.high ?? NaN, high, row);
  });

  test.each(casesNamed('welch-summary'))('$id ($source)', (row) => {
    const { m1 = 0, s1 = 0, n1 = 0, m2 = 0, s2 = 0, n2 = 0 } = row.inputs as Record<string, number>;
    const found = welchTest.evidence(input(summary(n1, m1, s1), summary(n2, m2, s2)));
    expectNear(found.statistic.value, row.expected['t'], row);
    expectNear(found.statistic.degreesOfFreedom ?? NaN, row.expected['df'], row);
    expectNear(found.pValue(0, 'two-sided'), row.expected['p'], row);
  });

  test('Welch example t = 1.9988, df = 95.801, p = 0.04846, 90 % interval 0.3464 to 3.7521', () => {
    // Fifty in each, SE 1.025232 and variances apart as far as these degrees of freedom say.
    const square = 1.025232 * 1.025232;
    const apart = Math.sqrt((49 / 95.801 - 0.5) / 2);
    const deviation = (share: number) => Math.sqrt(50 * square * share);
    const found = welchTest.evidence(
      input(
        summary(50, 10, deviation(0.5 + apart)),
        summary(50, 10 + (0.3464147 + 3.7520619) / 2, deviation(0.5 - apart)),
      ),
    );
    expect(found.statistic.value).toBeCloseTo(1.9988, 4);
    expect(found.statistic.degreesOfFreedom).toBeCloseTo(95.801, 3);
    expect(found.pValue(0, 'two-sided')).toBeCloseTo(0.04846, 5);
    expect(found.interval(0.05)?.low).toBeCloseTo(0.3464147, 5);
    expect(found.interval(0.05)?.high).toBeCloseTo(3.7520619, 5);
  });

  test.each(casesNamed('cuped-40'))('$id ($source)', (row) => {
    const { pre, post, group } = row.inputs as Record<'pre' | 'post' | 'group', number[]>;
    const sums = [new MetricSums(), new MetricSums()] as const;
    post.forEach((y, i) => sums[group[i] === 1 ? 1 : 0].add(y, pre[i] ?? NaN));
    const found = adjustForBefore(sums[0], sums[1]);
    if (found === null) throw new Error('There is a measurement before.');
    const adjusted = welchTest.evidence(input(found.control, found.treatment));
    expectNear(found.theta, row.expected['theta'], row);
    expectNear(adjusted.estimate, row.expected['diff_adj'], row);
    expectNear(adjusted.standardError ?? NaN, row.expected['se_adj'], row);
    const raw = welchTest.evidence(input(sums[0], sums[1]));
    expectNear(raw.estimate, row.expected['diff_raw'], row);
    expectNear(raw.standardError ?? NaN, row.expected['se_raw'], row);
  });

  test.each(casesNamed('cuped-40'))('$id, what the covariate explains ($source)', (row) => {
    const { pre, post } = row.inputs as Record<'pre' | 'post', number[]>;
    const all = new MetricSums();
    post.forEach((y, i) => all.add(y, pre[i] ?? NaN));
    const both = adjustForBefore(all, all);
    if (both === null) throw new Error('There is a measurement before.');
    const left = both.control.variance / all.variance;
    expectNear(left, row.expected['var_ratio'], row);
    expectNear(left, row.expected['one_minus_rho2'], row);
    expectNear(Math.sqrt(1 - left), row.expected['rho'], row);
  });

  test.each(casesNamed('fieller'))('$id, by the delta method ($source)', (row) => {
    const { meanA, varA, nA, meanB, varB, nB } = row.inputs as Record<string, number>;
    const sums = (n = 0, m = 0, v = 0) => summary(n, m, Math.sqrt(v));
    const found = relativeLift.evidence(input(sums(nA, meanA, varA), sums(nB, meanB, varB)));
    const [low, high] = row.expected['ci_delta'] as number[];
    expectNear(found.estimate, row.expected['lift'], row);
    expectNear(found.interval(0.025)?.low ?? NaN, low, row);
    expectNear(found.interval(0.025)?.high ?? NaN, high, row);
  });

  test.each(casesNamed('ratio-delta'))('$id ($source)', (row) => {
    const { num, den } = row.inputs as { num: number[]; den: number[] };
    const sums = new MetricSums();
    num.forEach((y, i) => sums.addRatio(y, den[i] ?? NaN));
    const { ratio, variance } = ratioOfSums(sums);
    expectNear(ratio, row.expected['ratio'], row);
    expectNear(variance, row.expected['var_delta'], row);
    expectNear(Math.sqrt(variance), row.expected['se'], row);
  });

  test.each(casesNamed('ztest'))('$id ($source)', (row) => {
    const { x1 = 0, n1 = 0, x2 = 0, n2 = 0 } = row.inputs as Record<string, number>;
    const csv = `variant,users,conversion\ncontrol,${n1},${x1}\ntreatment,${n2},${x2}\n`;
    const by = (test: 'z-unpooled' | 'z-pooled' | 'z-continuity-corrected' | 'chi-square') =>
      analysed(examplePlan, csv, { tests: { conversion: test } }).comparisons[0]!;
    expectNear(by('z-unpooled').statistic.value, row.expected['z_unpooled'], row);
    expectNear(by('z-unpooled').p, row.expected['p_unpooled'], row);
    expectNear(by('z-pooled').statistic.value, row.expected['z_pooled'], row);
    expectNear(by('z-pooled').p, row.expected['p_pooled'], row);
    expectNear(by('z-continuity-corrected').p, row.expected['p_yates'], row);
    expectNear(by('chi-square').statistic.value, row.expected['chisq'], row);
  });

  test.each(casesNamed('mwu-sleep'))('$id, from rows ($source)', (row) => {
    const found = only(twoSamples('y', sleep.second, sleep.first), 'mann-whitney');
    expectNear(found.statistic.value, row.expected['W'], row);
    expectNear(found.p, row.expected['p'], row);
  });

  test('the bootstrap agrees with the t test on well-behaved data, the same each time', () => {
    const control = Array.from({ length: 400 }, (_, i) => (i * 37) % 101);
    const treatment = Array.from({ length: 400 }, (_, i) => ((i * 53) % 97) + 5);
    const csv = twoSamples('y', control, treatment);
    const plan = mean('welch');
    const [welch] = analysed(plan, csv).comparisons;
    const [first, again] = [1, 2].map(
      () => analysed(plan, csv, { tests: { y: 'bootstrap' } }).comparisons[0],
    );
    expect(first).toEqual(again);
    expect(first?.standardError).toBeCloseTo(welch?.standardError ?? NaN, 1);
    expect(first?.interval?.low).toBeCloseTo(welch?.interval?.low ?? NaN, 0);
  });

  test('every test has its method, or says that it has none', () => {
    const missing = Object.entries(analysisMethods).filter(([, method]) => method === null);
    expect(missing.map(([name]) => name)).toEqual(['exact-unconditional', 'log-rank']);
  });
});
