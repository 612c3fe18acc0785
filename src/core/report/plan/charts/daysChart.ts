import type { Plan } from '../../../experiment/plan/planSchema';
import type { DaysGrid } from '../../../experiment/size/daysGrid';
import type { ChartCell, ChartDescription } from '../../chart/chartDescription';
import { countOf } from '../../countOf';
import { formatCount } from '../../formatNumber';
import { isShareMetric } from '../../../experiment/plan/isShareMetric';
import { differenceInWords, metricNamed } from '../../metricWords';
import { percentInWords, tidy } from '../../numberWords';

const texts = {
  title: 'Days by baseline and effect',
  x: 'Smallest effect to detect',
  y: (metric: string) => `Baseline of ${metric}`,
  corner: 'Baseline',
  never: '–',
  out: 'out of reach',
  days: (days: string) => `${days} d`,
  cell: (days: string, baseline: string, effect: string) =>
    `${days}: baseline ${baseline}, effect ${effect}`,
  summary: (own: string, half: string, double: string) =>
    `As planned (framed) it takes ${own}; half the effect takes ${half}, twice the effect ${double}.`,
};

interface Words {
  readonly baseline: (value: number) => string;
  readonly effect: (value: number) => string;
}

function wordsOf(plan: Plan, { metric: name, effectIs }: DaysGrid): Words {
  const metric = metricNamed(plan, name);
  const share = metric !== undefined && isShareMetric(metric);
  return {
    baseline: share ? percentInWords : tidy,
    effect: effectIs === 'relative' ? percentInWords : (value) => differenceInWords(metric, value),
  };
}

function inDays(days: number | null): string {
  return days === null ? texts.out : countOf(days, 'day');
}

/** Darker, the longer: in steps of the days' order among all cells, so that a few long ones do not bleach the rest. */
function shadesOf({ days }: DaysGrid): (value: number | null) => number {
  const sorted = [...new Set(days.flat().filter((value) => value !== null))].toSorted(
    (one, other) => one - other,
  );
  return (value) => {
    if (value === null) return 0;
    return sorted.length < 2 ? 0.5 : sorted.indexOf(value) / (sorted.length - 1);
  };
}

function cellsOf(grid: DaysGrid, words: Words): readonly ChartCell[] {
  const shade = shadesOf(grid);
  const { baselines, effects, planned, days } = grid;
  return days.flatMap((row, i) =>
    row.map((value, column) => ({
      column,
      row: i,
      shade: shade(value),
      label: value === null ? texts.never : texts.days(formatCount(value)),
      says: texts.cell(
        inDays(value),
        words.baseline(baselines[i] ?? 0),
        words.effect(effects[column] ?? 0),
      ),
      ...(i === planned.baseline && column === planned.effect && { chosen: true as const }),
    })),
  );
}

/** Days that the plan takes if baseline or effect are others: each cell says its number. */
export function daysChart(plan: Plan, grid: DaysGrid): ChartDescription {
  const words = wordsOf(plan, grid);
  const { planned, days, baselines, effects } = grid;
  const own = days[planned.baseline] ?? [];
  return {
    id: 'days',
    title: texts.title,
    summary: texts.summary(
      inDays(own[planned.effect] ?? null),
      inDays(own[0] ?? null),
      inDays(own.at(-1) ?? null),
    ),
    x: { label: texts.x, show: formatCount, categories: effects.map(words.effect) },
    y: {
      label: texts.y(grid.metric),
      show: formatCount,
      categories: baselines.map(words.baseline),
    },
    yIncludes: [],
    layers: [{ kind: 'cells', cells: cellsOf(grid, words) }],
    table: {
      columns: [texts.corner, ...effects.map(words.effect)],
      rows: days.map((row, i) => [
        words.baseline(baselines[i] ?? 0),
        ...row.map((value) => (value === null ? texts.never : formatCount(value))),
      ]),
    },
  };
}
