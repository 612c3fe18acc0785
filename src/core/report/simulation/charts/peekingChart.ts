import type { PeekingResult, SimulationResult } from '../../../simulate/simulationResult';
import type { ChartDescription, ChartInterval } from '../../chart/chartDescription';
import { countOf } from '../../countOf';
import { formatCount, formatDecimal } from '../../formatNumber';
import { percentInWords, probability } from '../../numberWords';

const texts = {
  title: 'What peeking does',
  x: 'Evenly spaced looks, ended at the first significant one',
  y: 'False alarms, no effect',
  formula: 'formula',
  simulated: 'simulated, 95 % interval',
  one: (level: string) => `one look: ${level}`,
  rule: (share: string) => `the plan’s rule: ${share}`,
  daily: 'daily',
  looks: 'Looks',
  exact: 'By the formula',
  simulation: 'Simulated',
  low: '95 % interval from',
  high: 'to',
  none: '–',
  summary: (level: string, looks: string, critical: string, share: string) =>
    `A test made for one look at ${level} alarms falsely in ${share} of launches without an effect if someone looks ${looks} and stops at the first z beyond ${critical}.`,
  days: (days: string) => `daily (${days})`,
  planned: (share: string) => ` The plan’s own rule keeps to ${share}.`,
};

/** Looks of the daily peeker. */
function daysOf({ daily }: PeekingResult): number {
  return daily.stops.withoutEffect.at(-1)?.look ?? 0;
}

/**
 * False alarms by number of looks: simulated, beside the formula's numbers. Null where the run did not ask.
 *
 * @see Armitage, McPherson, Rowe 1969: .083, .142, .193, .248 for 2, 5, 10 and 20 looks at 1.96.
 */
export function peekingChart({
  peeking,
  rule,
  replications,
}: SimulationResult): ChartDescription | null {
  if (peeking === null || replications.done === 0) return null;
  const { byLooks, daily, criticalValue } = peeking;
  const categories = [...byLooks.map(({ looks }) => formatCount(looks)), texts.daily];
  const simulated = [...byLooks.map(({ falseAlarms }) => falseAlarms), daily.falseAlarms];
  const intervals: readonly ChartInterval[] = simulated.map(({ estimate, interval }, x) => ({
    x,
    y: estimate,
    ...interval,
    ...(x === byLooks.length && { strong: true as const }),
  }));
  const level = daily.formula?.falseAlarms ?? 0.05;
  const days = countOf(daysOf(peeking), 'look');
  return {
    id: 'peeking',
    title: texts.title,
    summary: `${texts.summary(
      probability(level, 0),
      texts.days(days),
      formatDecimal(criticalValue, 3),
      probability(daily.falseAlarms.estimate, 1),
    )}${texts.planned(probability(rule.falseAlarms.estimate, 1))}`,
    x: { label: texts.x, show: formatCount, categories },
    y: { label: texts.y, show: percentInWords },
    yIncludes: [0, 0.25],
    layers: [
      {
        kind: 'line',
        points: byLooks.map(({ formula }, x) => ({ x, y: formula })),
        style: 'dotted',
        label: texts.formula,
      },
      {
        kind: 'target',
        y: rule.falseAlarms.estimate,
        label: texts.rule(probability(rule.falseAlarms.estimate, 1)),
        end: 'right',
        side: 'below',
      },
      { kind: 'intervals', points: intervals, label: texts.simulated },
    ],
    table: {
      columns: [texts.looks, texts.exact, texts.simulation, texts.low, texts.high],
      rows: simulated.map(({ estimate, interval }, i) => [
        i < byLooks.length ? (categories[i] ?? '') : texts.days(days),
        i < byLooks.length ? probability(byLooks[i]?.formula ?? 0, 2) : texts.none,
        probability(estimate, 2),
        probability(interval.low, 2),
        probability(interval.high, 2),
      ]),
    },
  };
}
