import { describe, expect, test } from 'vitest';
import { analyseResults } from '../../../../../src/core/experiment/analysis/analyseResults';
import type { Plan } from '../../../../../src/core/experiment/plan/planSchema';
import { examplePlan, planWith } from '../../../../support/examplePlan';
import { readResults, type ResultsAsked } from '../../../../support/readResults';

const time = planWith({
  metric: { name: 'seconds', kind: 'mean', baseline: 190, deviation: 60, test: 'welch' },
});

/** First message with its line (from 1), of reading or of analysing. */
function complaint(plan: Plan, csv: string, asked: ResultsAsked = {}): string {
  const { data, diagnostics } = readResults(plan, csv, asked);
  const all =
    data === null ? diagnostics : analyseResults(plan, data, { tests: {}, seed: 1 }).diagnostics;
  const [first] = all;
  return first === undefined
    ? 'nothing'
    : `${first.span.start.line + 1} ${first.code}: ${first.message}`;
}

describe('results that cannot be used: a message with the line and what to do', () => {
  test.each([
    ['empty', '', /^1 data-empty: .*first line names the columns/],
    ['no variant', 'arm,conversion\n', /^1 data-header: .*no column "variant".*variant,conversion/],
    ['semicolons', 'variant;conversion\n', /^1 data-separator: .*";"\. Write commas/],
    [
      'a metric misspelt',
      'variant,conversoin\n',
      /^1 data-metric-missing: .*Did you mean "conversoin"\?/,
    ],
    ['two columns of a name', 'variant,conversion,conversion\n', /^1 data-column-twice/],
    [
      'a hole',
      'variant,conversion\ncontrol,1\ntreatment,\n',
      /^3 data-hole: "conversion" is empty\. Write the value/,
    ],
    [
      'NaN',
      'variant,conversion\ncontrol,NaN\n',
      /^2 data-number: .*"NaN", which is no number\. Write what the unit did/,
    ],
    [
      'a decimal comma',
      'variant,conversion\ncontrol,0,5\n',
      /^2 data-columns: .*3 columns.*with a point/,
    ],
    ['text', 'variant,conversion\ncontrol,yes\n', /^2 data-number: .*"yes".*digits/],
    [
      'no share',
      'variant,conversion\ncontrol,2\n',
      /^2 data-value: "conversion" is 2, but a proportion is 1 where/,
    ],
    [
      'an unknown variant',
      'variant,conversion\ncontrol,1\ntreatmnt,1\n',
      /^3 data-variant: "treatmnt" is no variant.*"control", "treatment"/,
    ],
    [
      'a variant without rows',
      'variant,conversion\ncontrol,1\ncontrol,0\n',
      /^1 data-variant-missing: .*"treatment"/,
    ],
    [
      'a unit twice',
      'unit,variant,conversion\na,control,1\nb,treatment,0\na,control,1\n',
      /^4 data-unit-twice: .*"a".*--group-by unit/,
    ],
    [
      'a unit in two variants',
      'unit,variant,conversion\na,control,1\na,treatment,0\n',
      /^3 data-unit-variants/,
    ],
    [
      'one user',
      'variant,conversion\ncontrol,1\ntreatment,0\ntreatment,1\n',
      /^1 data-few-units: "control" has 1 user.*Wait for more/,
    ],
    [
      'no variance',
      'variant,conversion\ncontrol,1\ncontrol,1\ntreatment,1\ntreatment,1\n',
      /^1 data-no-variance: .*same \(1\) for every user/,
    ],
    [
      'more successes than users',
      'variant,users,conversion\ncontrol,10,11\n',
      /^2 data-value: .*11, more than the 10 units/,
    ],
    ['a quote that never ends', 'variant,conversion\n"control,1\n', /^2 data-csv: .*never closed/],
    ['UTF-16', '\u0000', /^1 data-/],
    ['a date', 'variant,conversion,date\ncontrol,1,3.1.2027\n', /^2 data-date: .*YYYY-MM-DD/],
  ])('%s', (_name, csv, message) => {
    expect(complaint(examplePlan, csv)).toMatch(message);
  });

  test('averages without their spread are not compared', () => {
    const csv = 'variant,users,seconds\ncontrol,2158,3:13\ntreatment,10,3:24\n';
    expect(complaint(time, csv)).toMatch(
      /^1 data-average-without-spread: .*3:13 of 2,158 users in control against 3:24 of 10 users in treatment.*"seconds_deviation"/,
    );
  });

  test('after ten messages the rest is not looked at', () => {
    const csv = `variant,conversion\n${'control,x\n'.repeat(1000)}`;
    const { diagnostics } = readResults(examplePlan, csv, { chunk: 100 });
    expect(diagnostics).toHaveLength(10);
  });

  test('rows of a unit in any order are grouped where that is asked for', () => {
    const csv =
      'unit,variant,conversion\na,control,0\nb,treatment,0\na,control,1\nc,control,0\nd,treatment,1\n';
    const { data } = readResults(examplePlan, csv, { groupByUnit: true });
    expect(data?.units).toEqual([2, 2]);
    expect(data?.metrics[0]?.sums.map(({ total }) => total)).toEqual([1, 1]);
    const adjacent = readResults(
      examplePlan,
      'unit,variant,conversion\na,control,0\na,control,1\nb,treatment,0\nc,control,0\nd,treatment,1\n',
    );
    expect(adjacent.data?.units).toEqual([2, 2]);
    expect(adjacent.data?.metrics[0]?.sums.map(({ total }) => total)).toEqual([1, 1]);
  });
});
