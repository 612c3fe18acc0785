import { countOf, plural } from '../../report/countOf';
import { formatPercent } from '../../report/formatNumber';
import type { Plan } from '../plan/planSchema';
import type { SizeNote } from '../size/sizeAnswer';
import type { ComparisonAnswer, LookAnswer } from './analysis';
import type { ResultsData } from './data/resultsData';

interface Found {
  readonly data: ResultsData;
  readonly look: LookAnswer;
  readonly comparisons: readonly ComparisonAnswer[];
}

function note(code: string, message: string): SizeNote {
  return { code, message };
}

/** What a reader has to know, and what could mislead. */
export function analysisWarnings(
  plan: Plan,
  { data, look, comparisons }: Found,
): readonly SizeNote[] {
  const other = comparisons.filter(({ test }) => !test.isPlanned);
  const names = [...new Set(other.map(({ metric, test }) => `"${metric}" by ${test.id}`))];
  return [
    ...(look.isPlanned ? [] : [note('look-unplanned', look.message)]),
    ...(names.length > 0
      ? [
          note(
            'test-unplanned',
            `Not the plan's test: ${names.join(', ')}. Trying several tests and keeping the best raises false alarms.`,
          ),
        ]
      : []),
    ...rareWarnings(plan, comparisons),
    ...(plan.design.cluster === undefined
      ? []
      : [
          note(
            'clusters',
            `The plan assigns whole clusters: these p-values and intervals hold only if each row is a cluster (its mean), not a ${plan.unit}.`,
          ),
        ]),
    ...(data.areUnitsChecked === false
      ? [
          note(
            'units-unchecked',
            `There are more ${plural(plan.unit)} than can be remembered: that none comes twice was checked for the first 12 million.`,
          ),
        ]
      : []),
    ...metricsMissing(plan, data),
  ];
}

/** A normal approximation on a handful of events. */
function rareWarnings(plan: Plan, comparisons: readonly ComparisonAnswer[]): readonly SizeNote[] {
  const approximate = new Set(['z-unpooled', 'z-pooled', 'relative-lift', 'arcsine', 'chi-square']);
  return comparisons.flatMap(({ metric, test, control, arm }) => {
    const isShare = plan.metrics.some(({ name, kind }) => name === metric && kind === 'proportion');
    if (!isShare || !approximate.has(test.id)) return [];
    const least = Math.min(
      ...[control, arm].flatMap(({ units, value }) => [units * value, units * (1 - value)]),
    );
    if (least >= 10) return [];
    return [
      note(
        'few-events',
        `Only ${countOf(Math.round(least), plan.unit)} of one variant did (or did not do) "${metric}": ${test.id} is rough there. Compare with --test "${metric}=fisher-exact".`,
      ),
    ];
  });
}

function metricsMissing(plan: Plan, data: ResultsData): readonly SizeNote[] {
  const there = new Set(data.metrics.map(({ metric }) => metric.name));
  return plan.metrics
    .filter(({ name }) => !there.has(name))
    .map(({ name, role }) =>
      note(
        'metric-missing',
        `The ${role} metric "${name}" has no column: nothing is said about it.`,
      ),
    );
}

/** How the answer was come to. */
export function analysisNotes(plan: Plan, { data, look, comparisons }: Found): readonly SizeNote[] {
  const adjusted = comparisons.some(({ adjustment }) => adjustment !== null);
  const { correction = 'none' } = plan.design;
  const primary = comparisons.filter(({ role }) => role === 'primary').length;
  const units = plural(plan.unit);
  return [
    ...(look.isPlanned ? [note('look', look.message)] : []),
    ...(plan.design.analysis === 'group-sequential' && look.upper !== null
      ? [
          note(
            'look-bound',
            'The bound of this look decides, not p, which is that of this look by itself; the interval is as wide as the bound is high. An effect that stops an experiment early is likely smaller than it looks.',
          ),
        ]
      : []),
    ...(primary > 1
      ? [
          note(
            'correction',
            correction === 'none'
              ? `${primary} comparisons decide and the plan corrects nothing: without any effect one of them alarms in up to ${formatPercent(Math.min(1, primary * plan.design.significanceLevel))} of cases.`
              : `p-values are corrected over ${primary} comparisons (${correction}); intervals are at the level of one after Bonferroni's, Šidák's or Dunnett's division.`,
          ),
        ]
      : []),
    ...(data.hasGroupedRows
      ? [
          note(
            'rows-grouped',
            `Several rows of one ${plan.unit} make one value: a proportion counts once, events, spend and ratios are summed, other metrics averaged.`,
          ),
        ]
      : []),
    ...(data.kind === 'rows' && data.areUnitsChecked === null
      ? [
          note(
            'rows-are-units',
            `Each row is taken for one ${plan.unit}; with a column "unit" it is checked that none comes twice.`,
          ),
        ]
      : []),
    ...(adjusted
      ? [
          note(
            'cuped',
            `Means are adjusted for the column from before (CUPED); ${units} without one count as average.`,
          ),
        ]
      : []),
    ...(data.segments.length > 0
      ? [
          note(
            'segments',
            `Segments are exploratory: of ${data.segments.length} some differ by chance. What one shows is a hypothesis for the next experiment.`,
          ),
        ]
      : []),
    ...(data.unusedColumns.length > 0
      ? [
          note(
            'columns-unused',
            `Columns that the plan has no metric for: ${data.unusedColumns.join(', ')}.`,
          ),
        ]
      : []),
  ];
}
