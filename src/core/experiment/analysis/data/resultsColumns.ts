import type { Diagnostic } from '../../../model/diagnostic';
import { plural } from '../../../report/countOf';
import { closestWord } from '../../../schema/closestWord';
import type { Plan, PlanMetric } from '../../plan/planSchema';
import { dataProblem } from './dataProblem';

/** Where the values of a metric stand in a row; -1: nowhere. */
export interface MetricColumns {
  readonly metric: PlanMetric;
  readonly value: number;
  /** The same measurement before the experiment. */
  readonly before: number;
  /** Of a ratio the denominator, of a rate the exposure. */
  readonly denominator: number;
  /** Standard deviation, in counts. */
  readonly deviation: number;
}

/** What the header says: `counts` has a row a variant, `rows` a row a unit (or several, one after the other). */
export interface ResultsColumns {
  readonly kind: 'rows' | 'counts';
  readonly count: number;
  readonly variant: number;
  readonly units: number;
  readonly unit: number;
  readonly date: number;
  readonly segment: number;
  readonly metrics: readonly MetricColumns[];
  /** Columns that mean nothing here. */
  readonly unused: readonly string[];
}

/** Ending of the second column of a ratio and of a rate. */
export const denominatorEndings: Readonly<Partial<Record<PlanMetric['kind'], string>>> = {
  ratio: 'denominator',
  rate: 'exposure',
};

/** Understands the header of a file of results. */
export function resultsColumns(
  plan: Plan,
  names: readonly string[],
): { readonly columns: ResultsColumns | null; readonly diagnostics: readonly Diagnostic[] } {
  const problem = headerProblem(plan, names);
  if (problem !== null) return { columns: null, diagnostics: [dataProblem(...problem)] };
  const at = (name: string): number => names.indexOf(name);
  const units = Math.max(at('users'), at('units'), at(plural(plan.unit)));
  const metrics = plan.metrics
    .map((metric) => metricColumns(metric, at))
    .filter(({ value }) => value >= 0);
  const columns: ResultsColumns = {
    kind: units >= 0 ? 'counts' : 'rows',
    count: names.length,
    variant: at('variant'),
    units,
    unit: at('unit'),
    date: at('date'),
    segment: at('segment'),
    metrics,
    unused: [],
  };
  const used = new Set([
    columns.variant,
    units,
    columns.unit,
    columns.date,
    columns.segment,
    ...metrics.flatMap(({ value, before, denominator, deviation }) => [
      value,
      before,
      denominator,
      deviation,
    ]),
  ]);
  const unused = names.filter((_, i) => !used.has(i));
  const diagnostics = metrics.flatMap((found) => missingDenominator(found));
  return { columns: { ...columns, unused }, diagnostics };
}

function metricColumns(metric: PlanMetric, at: (name: string) => number): MetricColumns {
  const ending = denominatorEndings[metric.kind];
  return {
    metric,
    value: at(metric.name),
    before: at(`pre_${metric.name}`),
    denominator: ending === undefined ? -1 : at(`${metric.name}_${ending}`),
    deviation: at(`${metric.name}_deviation`),
  };
}

function missingDenominator({ metric, denominator }: MetricColumns): readonly Diagnostic[] {
  const ending = denominatorEndings[metric.kind];
  if (ending === undefined || denominator >= 0) return [];
  const why =
    metric.kind === 'ratio'
      ? `"${metric.name}" is a ratio: its column holds the numerator`
      : `"${metric.name}" is a rate: its column holds the events`;
  return [
    dataProblem(
      'data-denominator-missing',
      1,
      `${why}, and a column "${metric.name}_${ending}" has to hold what it is divided by.`,
    ),
  ];
}

type Problem = readonly [code: string, line: number, message: string];

function headerProblem(plan: Plan, names: readonly string[]): Problem | null {
  const expected = `variant,${plan.metrics.map(({ name }) => name).join(',')}`;
  if (!names.includes('variant')) {
    const [only = ''] = names;
    const separator = [';', '\t', '|'].find((each) => only.includes(each));
    if (names.length === 1 && separator !== undefined) {
      const name = separator === '\t' ? 'tabs' : `"${separator}"`;
      return [
        'data-separator',
        1,
        `The columns are separated by ${name}. Write commas (and a point in decimals): ${expected}`,
      ];
    }
    return [
      'data-header',
      1,
      `The first line has no column "variant". It must name the columns, for example: ${expected}`,
    ];
  }
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    return ['data-column-twice', 1, `Two columns are named "${twice}". Remove one of them.`];
  }
  const missing = plan.metrics.find(
    ({ name, role }) => role === 'primary' && !names.includes(name),
  );
  if (missing === undefined) return null;
  const near = closestWord(missing.name, names);
  const meant = near === null ? '' : ` Did you mean "${near}"?`;
  return [
    'data-metric-missing',
    1,
    `No column is named "${missing.name}", the plan's primary metric. The columns are ${names.map((name) => `"${name}"`).join(', ')}.${meant} Name the column as the plan names the metric.`,
  ];
}
