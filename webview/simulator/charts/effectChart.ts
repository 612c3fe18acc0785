import { formatCount, formatPercent } from '../../../src/core/report/formatNumber';
import type { EffectPoint } from '../../../src/core/experiment/size/effectCurve';
import type { SizeAnswer } from '../../../src/core/experiment/size/sizeAnswer';
import { points } from '../fields/numberWords';
import type { ChartDescription, ChartLayer, ChartTable } from './chartDescription';
import { effectChartTexts as texts } from './texts';
import { thinned } from './thinned';

/** An effect's size by the end of a day, without its sign; null where nothing could be seen yet. */
interface Reach {
  readonly day: number;
  readonly total: number;
  readonly effect: number | null;
}

function reachOf({ day, total, absoluteEffect }: EffectPoint): Reach {
  return { day, total, effect: absoluteEffect === null ? null : Math.abs(absoluteEffect) };
}

function tableOf(reaches: readonly Reach[], wanted: number, firstDay: number | null): ChartTable {
  const shown = thinned(reaches, ({ day }) => day === firstDay);
  return {
    columns: [texts.x, texts.units, texts.effectColumn, texts.enough],
    rows: shown.map(({ day, total, effect }) => [
      formatCount(day),
      formatCount(total),
      effect === null ? texts.none : points(effect),
      effect !== null && effect <= wanted ? texts.yes : texts.no,
    ]),
  };
}

function markOf(first: Reach | undefined, late: boolean): readonly ChartLayer[] {
  if (first === undefined || first.effect === null) return [];
  return [
    {
      kind: 'mark',
      at: { x: first.day, y: first.effect },
      label: texts.day(formatCount(first.day)),
      side: late ? 'left' : 'right',
    },
  ];
}

/** The first days see only effects many times the planned one: they would press all others flat. */
const roomFor = 5;

/** Smallest effect that can be detected, against days: the planned effect, and the first day it is within reach. */
export function effectChart(size: SizeAnswer, curve: readonly EffectPoint[]): ChartDescription {
  const reaches = curve.map(reachOf);
  const wanted = Math.abs(size.absoluteEffect);
  const first = reaches.find(({ day }) => size.days !== null && day >= size.days);
  const effect = texts.effect(points(wanted), formatPercent(Math.abs(size.relativeEffect)));
  const late = first !== undefined && first.day > curve.length * 0.7;
  return {
    id: 'effect',
    title: texts.title,
    summary:
      first === undefined
        ? texts.never(effect, formatCount(curve.length))
        : texts.summary(effect, formatCount(first.day)),
    x: { label: texts.x, show: formatCount, whole: true },
    y: { label: size.absoluteEffect < 0 ? texts.yDecrease : texts.yIncrease, show: points },
    yIncludes: [0],
    yMost: roomFor * wanted,
    layers: [
      {
        kind: 'target',
        y: wanted,
        label: texts.goal(points(wanted)),
        end: 'left',
        side: 'below',
      },
      {
        kind: 'line',
        points: reaches.flatMap(({ day, effect }) =>
          effect === null ? [] : [{ x: day, y: effect }],
        ),
      },
      ...markOf(first, late),
    ],
    table: tableOf(reaches, wanted, first?.day ?? null),
  };
}
