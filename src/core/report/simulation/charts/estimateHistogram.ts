import type { Plan } from '../../../experiment/plan/planSchema';
import type { HistogramBin, SimulationResult } from '../../../simulate/simulationResult';
import type { ChartDescription } from '../../chart/chartDescription';
import { formatCount, formatDecimal } from '../../formatNumber';
import { isShareMetric } from '../../../experiment/plan/isShareMetric';
import { differenceOf, metricNamed } from '../../metricWords';
import { probability } from '../../numberWords';

const texts = {
  title: 'What one launch may estimate',
  x: (metric: string) => `Estimated effect on ${metric}`,
  xPoints: (metric: string) => `Estimated effect on ${metric}, points`,
  y: 'Launches',
  significant: 'significant',
  other: 'not significant',
  trueEffect: (effect: string) => `true: ${effect}`,
  from: 'From',
  to: 'To',
  launches: 'Launches',
  ofThem: 'Significant',
  summary: (share: string, effect: string) =>
    `Every launch has the same true effect of ${effect}, yet estimates scatter; ${share} of the launches end significant (filled).`,
  exaggerated: (times: string) =>
    ` Those alone overstate it: on average they are ${times} times the true effect.`,
  wrong: (share: string) => ` ${share} of the significant ones have the wrong sign.`,
  noEffect: (share: string) =>
    `There is no effect, yet estimates scatter; ${share} of the launches end significant (filled).`,
};

/** Without the empty ends. */
function filled(bins: readonly HistogramBin[]): readonly HistogramBin[] {
  const first = bins.findIndex(({ launches }) => launches > 0);
  const last = bins.findLastIndex(({ launches }) => launches > 0);
  return first < 0 ? [] : bins.slice(first, last + 1);
}

function summaryOf({ estimates }: SimulationResult, effect: string): string {
  const { histogram, exaggeration, wrongSign, trueEffect } = estimates;
  const total = histogram.reduce((sum, { launches }) => sum + launches, 0);
  const found = histogram.reduce((sum, { significant }) => sum + significant, 0);
  const share = probability(total === 0 ? 0 : found / total, 1);
  if (trueEffect === 0) return texts.noEffect(share);
  const times = exaggeration.estimate;
  return [
    texts.summary(share, effect),
    ...(times === null || times < 1.05 ? [] : [texts.exaggerated(formatDecimal(times, 3))]),
    ...(wrongSign === null || wrongSign.estimate < 0.001
      ? []
      : [texts.wrong(probability(wrongSign.estimate, 1))]),
  ].join('');
}

/** The estimates of all launches when they end, the significant ones marked. */
export function estimateHistogram(result: SimulationResult, plan: Plan): ChartDescription {
  const { estimates, comparison } = result;
  const metric = metricNamed(plan, comparison.metric);
  const show = differenceOf(metric);
  const inPoints = metric === undefined || isShareMetric(metric);
  const bins = filled(estimates.histogram);
  const effect = `${show(estimates.trueEffect)}${inPoints ? ' points' : ''}`;
  return {
    id: 'histogram',
    title: texts.title,
    summary: summaryOf(result, effect),
    x: { label: (inPoints ? texts.xPoints : texts.x)(comparison.metric), show },
    y: { label: texts.y, show: formatCount, whole: true },
    yIncludes: [0],
    xIncludes: [0],
    layers: [
      {
        kind: 'bars',
        series: [texts.significant, texts.other],
        bars: bins.map(({ from, to, launches, significant }) => ({
          from,
          to,
          values: [significant, launches - significant],
        })),
      },
      { kind: 'base', y: 0 },
      {
        kind: 'upright',
        x: estimates.trueEffect,
        label: texts.trueEffect(show(estimates.trueEffect)),
      },
    ],
    table: {
      columns: [texts.from, texts.to, texts.launches, texts.ofThem],
      rows: bins.map(({ from, to, launches, significant }) => [
        show(from),
        show(to),
        formatCount(launches),
        formatCount(significant),
      ]),
    },
  };
}
