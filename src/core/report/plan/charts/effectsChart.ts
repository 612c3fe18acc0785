import type { EffectPoint } from '../../../experiment/size/effectCurve';
import type { Plan } from '../../../experiment/plan/planSchema';
import { plannedEffect } from '../../../experiment/size/plannedEffect';
import type { ChartDescription, ChartLayer } from '../../chart/chartDescription';
import { thinned } from '../../chart/thinned';
import { formatCount } from '../../formatNumber';
import { differenceInWords, metricNamed } from '../../metricWords';
import { percentInWords } from '../../numberWords';

const texts = {
  title: 'Detectable effects against days',
  x: 'Day',
  y: 'Detectable effect, share of the planned one',
  planned: 'planned effect',
  day: (day: string) => `day ${day}`,
  effectOn: (metric: string) => `Detectable effect on ${metric}`,
  none: 'none',
  summary: (day: string, last: string) =>
    `Day ${day} is the first on which every metric’s planned effect is within reach; "${last}" is the last to get there.`,
  never: (days: string, last: string) =>
    `Within ${days} days the planned effect of "${last}" stays out of reach.`,
};

/** What one metric can detect, by day. */
export interface MetricCurve {
  readonly metric: string;
  readonly curve: readonly EffectPoint[];
}

const styles = [undefined, 'dashed', 'dotted', 'dots'] as const;
/** The first days see only effects many times the planned one. */
const roomFor = 4;

function firstDay({ curve }: MetricCurve, wanted: number): number | null {
  const found = curve.find(
    ({ absoluteEffect }) =>
      absoluteEffect !== null && Math.abs(absoluteEffect) <= wanted * (1 + 1e-9),
  );
  return found?.day ?? null;
}

/** Several metrics in one picture: each as a share of its own planned effect. */
export function effectsChart(plan: Plan, curves: readonly MetricCurve[]): ChartDescription {
  const wanted = ({ metric }: MetricCurve): number => {
    const found = metricNamed(plan, metric);
    return found === undefined ? 1 : Math.abs(plannedEffect(found));
  };
  const firsts = curves.map((each) => ({ name: each.metric, day: firstDay(each, wanted(each)) }));
  const days = curves[0]?.curve.length ?? 0;
  const last = firsts.reduce((latest, each) =>
    (each.day ?? Infinity) > (latest.day ?? Infinity) ? each : latest,
  );
  const lines = curves.map((each, i): ChartLayer => ({
    kind: 'line',
    label: each.metric,
    ...(styles[i % styles.length] !== undefined && {
      style: styles[i % styles.length] as 'dashed',
    }),
    points: each.curve.flatMap(({ day, absoluteEffect }) =>
      absoluteEffect === null ? [] : [{ x: day, y: Math.abs(absoluteEffect) / wanted(each) }],
    ),
  }));
  return {
    id: 'effect',
    title: texts.title,
    summary:
      last.day === null
        ? texts.never(formatCount(days), last.name)
        : texts.summary(formatCount(last.day), last.name),
    x: { label: texts.x, show: formatCount, whole: true },
    y: { label: texts.y, show: percentInWords },
    yIncludes: [0],
    yMost: roomFor,
    layers: [
      { kind: 'target', y: 1, label: texts.planned, end: 'left', side: 'below' },
      ...lines,
      ...(last.day === null
        ? []
        : [
            {
              kind: 'mark' as const,
              at: { x: last.day, y: 1 },
              label: texts.day(formatCount(last.day)),
              side: 'right' as const,
            },
          ]),
    ],
    table: {
      columns: [texts.x, ...curves.map(({ metric }) => texts.effectOn(metric))],
      rows: thinned(
        Array.from({ length: days }, (_, i) => i),
        (i) => i + 1 === last.day,
      ).map((i) => [
        formatCount(i + 1),
        ...curves.map(({ metric, curve }) => {
          const effect = curve[i]?.absoluteEffect ?? null;
          return effect === null
            ? texts.none
            : differenceInWords(metricNamed(plan, metric), Math.abs(effect));
        }),
      ]),
    },
  };
}
