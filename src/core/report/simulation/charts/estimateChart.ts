import type { Plan } from '../../../experiment/plan/planSchema';
import { decidingComparison } from '../../../experiment/size/decidingComparison';
import type { SimulationResult } from '../../../simulate/simulationResult';
import { formatCount } from '../../formatNumber';
import { isShareMetric } from '../../../experiment/plan/isShareMetric';
import { differenceOf, metricNamed } from '../../metricWords';
import type { ChartDescription } from '../../chart/chartDescription';
import { thinned } from '../../chart/thinned';

const texts = {
  title: 'Estimated effect by day',
  x: 'Day',
  y: 'Estimated effect, points',
  yOwn: 'Estimated effect',
  low: '2.5 % quantile',
  mean: 'Mean',
  high: '97.5 % quantile',
  subjects: (variant: string) => `Units in ${variant}`,
  planned: (points: string) => `planned: ${points}`,
  nothing: 'No day has been simulated yet.',
  summary: (day: string, low: string, high: string, mean: string) =>
    `By the end of day ${day}, 95 % of the simulated launches estimate an effect between ${low} and ${high}; the mean is ${mean}.`,
  inPoints: (high: string) => `${high} percentage points`,
};

/** What the estimate looks like by the end of each day, over all simulated launches. */
export function estimateChart(
  { effectByDay, comparison }: SimulationResult,
  plan: Plan,
): ChartDescription {
  const deciding = decidingComparison(plan)?.comparison;
  const planned = deciding === undefined ? null : deciding.effect / deciding.attenuation;
  const metric = metricNamed(plan, comparison.metric);
  const show = differenceOf(metric);
  const inPoints = metric === undefined || isShareMetric(metric);
  const last = effectByDay.at(-1);
  return {
    id: 'estimate',
    title: texts.title,
    summary:
      last === undefined
        ? texts.nothing
        : texts.summary(
            formatCount(last.day),
            show(last.low),
            inPoints ? texts.inPoints(show(last.high)) : show(last.high),
            show(last.mean),
          ),
    x: { label: texts.x, show: formatCount, whole: true },
    y: { label: inPoints ? texts.y : texts.yOwn, show },
    yIncludes: [0],
    layers: [
      { kind: 'band', points: effectByDay.map(({ day, low, high }) => ({ x: day, low, high })) },
      { kind: 'base', y: 0 },
      ...(planned === null
        ? []
        : [
            {
              kind: 'target' as const,
              y: planned,
              label: texts.planned(show(planned)),
              end: 'right' as const,
              side: planned < 0 ? ('below' as const) : ('above' as const),
            },
          ]),
      { kind: 'line', points: effectByDay.map(({ day, mean }) => ({ x: day, y: mean })) },
    ],
    table: {
      columns: [
        texts.x,
        ...plan.variants.map(({ name }) => texts.subjects(name)),
        texts.low,
        texts.mean,
        texts.high,
      ],
      rows: thinned(effectByDay).map(({ day, subjects, low, mean, high }) => [
        formatCount(day),
        ...subjects.map(formatCount),
        show(low),
        show(mean),
        show(high),
      ]),
    },
  };
}
