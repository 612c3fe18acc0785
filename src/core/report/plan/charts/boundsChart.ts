import type { Plan } from '../../../experiment/plan/planSchema';
import type { BoundsPoint } from '../../../experiment/sequential/boundsCurve';
import type { SequentialAnswer } from '../../../experiment/sequential/sequentialAnswer';
import { plural } from '../../countOf';
import { formatCount, formatDecimal } from '../../formatNumber';
import { probability } from '../../numberWords';
import type {
  ChartDescription,
  ChartLayer,
  ChartPoint,
  ChartTable,
} from '../../chart/chartDescription';

const texts = {
  title: 'Bounds of the looks',
  look: 'Look',
  day: 'Day',
  dayValue: (day: string) => `day ${day}`,
  units: (units: string) => `Number of ${units}`,
  y: 'Standard errors (z)',
  success: 'success',
  harm: 'harm',
  futility: 'futility',
  expected: 'expected',
  stoppedEffect: 'Ended by then, effect',
  stoppedNone: 'Ended by then, no effect',
  none: '–',
  one: (name: string, bound: string) => `${name}: a success from z = ${bound}.`,
  summary: (name: string, first: string, last: string, effect: string, none: string) =>
    `${name}: a success from z = ${first} at the first look, from ${last} at the last. On average it ends at ${effect} if the effect is there, at ${none} if not.`,
};

/** Bounds beyond this are never crossed in practice: they come in from the top. */
const highest = 6;

function z(value: number | null): string {
  return value === null ? texts.none : value.toFixed(2);
}

/** By day where the plan has traffic and no two looks share one, else by units. */
function xOf(curve: readonly BoundsPoint[]): (point: BoundsPoint) => number {
  const days = curve.map(({ day }) => day);
  const byDay = !days.includes(null) && new Set(days).size === days.length;
  return byDay ? ({ day }) => day ?? 0 : ({ total }) => total;
}

function pointsOf(
  curve: readonly BoundsPoint[],
  valueOf: (point: BoundsPoint) => number | null,
): readonly ChartPoint[] {
  const x = xOf(curve);
  return curve.flatMap((point) => {
    const y = valueOf(point);
    return y === null ? [] : [{ x: x(point), y }];
  });
}

function layersOf(curve: readonly BoundsPoint[]): readonly ChartLayer[] {
  const success = pointsOf(curve, (point) => point.success);
  const futility = pointsOf(curve, (point) => point.futility);
  const expected = pointsOf(curve, (point) => point.expected);
  return [
    { kind: 'base', y: 0 },
    { kind: 'line', points: expected, style: 'dotted', label: texts.expected },
    ...(futility.length === 0
      ? []
      : [{ kind: 'line', points: futility, style: 'dashed', label: texts.futility } as const]),
    { kind: 'line', points: success, style: 'dots', label: texts.success },
  ];
}

function tableOf(unit: string, curve: readonly BoundsPoint[]): ChartTable {
  return {
    columns: [
      texts.look,
      texts.day,
      texts.units(plural(unit)),
      texts.success,
      texts.harm,
      texts.futility,
      texts.expected,
      texts.stoppedEffect,
      texts.stoppedNone,
    ],
    rows: curve.map((point) => [
      formatCount(point.look),
      point.day === null ? texts.none : formatCount(point.day),
      formatCount(point.total),
      z(point.success),
      z(point.harm),
      z(point.futility),
      z(point.expected),
      probability(point.stoppedIfEffect, 1),
      probability(point.stoppedIfNone, 1),
    ]),
  };
}

/** What z has to reach at each look to stop, and where it is expected if the effect is there. */
export function boundsChart(
  plan: Plan,
  answer: SequentialAnswer,
  curve: readonly BoundsPoint[],
): ChartDescription {
  const [first] = curve;
  const last = curve.at(-1);
  const day = (when: 'effect' | 'null') =>
    answer.expectedDays === null
      ? `${formatCount(answer.averageTotal[when])} ${plural(plan.unit)}`
      : texts.dayValue(formatDecimal(answer.expectedDays[when], 3));
  const byDay = curve.length > 0 && xOf(curve)(curve[0] as BoundsPoint) === curve[0]?.day;
  return {
    id: 'bounds',
    title: texts.title,
    summary:
      curve.length === 1
        ? texts.one(answer.name, z(last?.success ?? null))
        : texts.summary(
            answer.name,
            z(first?.success ?? null),
            z(last?.success ?? null),
            day('effect'),
            day('null'),
          ),
    x: byDay
      ? { label: texts.day, show: formatCount, whole: true }
      : { label: texts.units(plural(plan.unit)), show: formatCount },
    y: { label: texts.y, show: (value) => formatDecimal(value, 3) },
    yIncludes: [0],
    yMost: highest,
    layers: layersOf(curve),
    table: tableOf(plan.unit, curve),
  };
}
