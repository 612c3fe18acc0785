import { formatCount, formatPercent } from '../../formatNumber';
import type { EffectPoint } from '../../../experiment/size/effectCurve';
import type { Plan } from '../../../experiment/plan/planSchema';
import type { SizeAnswer } from '../../../experiment/size/sizeAnswer';
import { isShareMetric } from '../../../experiment/plan/isShareMetric';
import { differenceInWords, differenceOf, metricNamed } from '../../metricWords';
import type { ChartDescription, ChartLayer, ChartTable } from '../../chart/chartDescription';
import { thinned } from '../../chart/thinned';

const texts = {
  title: 'Detectable effect against days',
  x: 'Day',
  units: 'Units so far',
  yIncrease: (unit: string) => `Detectable increase${unit}`,
  yDecrease: (unit: string) => `Detectable decrease${unit}`,
  effectColumn: (unit: string) => `Detectable effect${unit}`,
  inPoints: ', points',
  enough: 'Planned effect within reach',
  yes: 'yes',
  no: 'no',
  none: 'none',
  day: (day: string) => `day ${day}`,
  goal: (points: string) => `planned: ${points}`,
  effect: (size: string, relative: string) =>
    `planned effect of ${size} (${relative} of the baseline)`,
  summary: (effect: string, day: string) =>
    `Day ${day} is the first that suffices for the ${effect}; longer runs see smaller effects.`,
  never: (effect: string, days: string) =>
    `The ${effect} is out of reach within ${days} days of this traffic.`,
};

/** An effect's size by the end of a day, without its sign; null where nothing could be seen yet. */
interface Reach {
  readonly day: number;
  readonly total: number;
  readonly effect: number | null;
}

function reachOf({ day, total, absoluteEffect }: EffectPoint): Reach {
  return { day, total, effect: absoluteEffect === null ? null : Math.abs(absoluteEffect) };
}

interface Words {
  readonly show: (value: number) => string;
  /** Behind a title: `, points`. */
  readonly unit: string;
}

function tableOf(
  reaches: readonly Reach[],
  {
    wanted,
    firstDay,
    show,
    unit,
  }: Words & { readonly wanted: number; readonly firstDay: number | null },
): ChartTable {
  const shown = thinned(reaches, ({ day }) => day === firstDay);
  return {
    columns: [texts.x, texts.units, texts.effectColumn(unit), texts.enough],
    rows: shown.map(({ day, total, effect }) => [
      formatCount(day),
      formatCount(total),
      effect === null ? texts.none : show(effect),
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

function yLabel({ absoluteEffect }: SizeAnswer, unit: string): string {
  return absoluteEffect < 0 ? texts.yDecrease(unit) : texts.yIncrease(unit);
}

/** Smallest effect that can be detected, against days: the planned effect, and the first day it is within reach. */
export function effectChart(
  plan: Plan,
  size: SizeAnswer,
  curve: readonly EffectPoint[],
): ChartDescription {
  const metric = metricNamed(plan, size.decidingMetric);
  const show = differenceOf(metric);
  const unit = metric === undefined || isShareMetric(metric) ? texts.inPoints : '';
  const reaches = curve.map(reachOf);
  const wanted = Math.abs(size.absoluteEffect);
  const first = reaches.find(({ day }) => size.days !== null && day >= size.days);
  const effect = texts.effect(
    differenceInWords(metric, wanted),
    formatPercent(Math.abs(size.relativeEffect)),
  );
  const late = first !== undefined && first.day > curve.length * 0.7;
  return {
    id: 'effect',
    title: texts.title,
    summary:
      first === undefined
        ? texts.never(effect, formatCount(curve.length))
        : texts.summary(effect, formatCount(first.day)),
    x: { label: texts.x, show: formatCount, whole: true },
    y: { label: yLabel(size, unit), show },
    yIncludes: [0],
    yMost: roomFor * wanted,
    layers: [
      {
        kind: 'target',
        y: wanted,
        label: texts.goal(show(wanted)),
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
    table: tableOf(reaches, { wanted, firstDay: first?.day ?? null, show, unit }),
  };
}
