import type { DaysToDecision, SimulationResult } from '../../../simulate/simulationResult';
import type { ChartDescription } from '../../chart/chartDescription';
import { thinned } from '../../chart/thinned';
import { formatCount, formatDecimal } from '../../formatNumber';
import { probability } from '../../numberWords';

const texts = {
  title: 'Days to the decision',
  x: 'Day',
  y: 'Launches that have ended',
  effect: 'effect',
  none: 'no effect',
  withEffect: 'Ended by then, effect',
  withoutEffect: 'Ended by then, no effect',
  mean: (days: number | null) => (days === null ? '–' : formatDecimal(days, 3)),
  summary: (rule: string, effect: string, low: string, high: string, none: string) =>
    `Under the plan’s rule (${rule}) a launch with the effect ends on day ${effect} on average, 80 % of them between day ${low} and ${high}; without the effect on day ${none}.`,
};

interface EndedBy {
  readonly day: number;
  readonly share: number;
}

function endedBy({ byDay }: DaysToDecision): readonly EndedBy[] {
  let sum = 0;
  return byDay.map(({ day, share }) => {
    sum += share;
    return { day, share: Math.min(1, sum) };
  });
}

/** Share of launches that the plan's rule has ended by each day; null where all end on the same. */
export function decisionChart({ rule, days }: SimulationResult): ChartDescription | null {
  const { withEffect, withoutEffect } = rule.daysToDecision;
  if (withEffect.byDay.length < 2) return null;
  const [effect, none] = [endedBy(withEffect), endedBy(withoutEffect)];
  const points = (ended: readonly EndedBy[]) =>
    ended.map(({ day, share }) => ({ x: day, y: share }));
  return {
    id: 'decision',
    title: texts.title,
    summary: texts.summary(
      rule.name,
      texts.mean(withEffect.mean.estimate),
      formatCount(withEffect.low),
      formatCount(withEffect.high),
      texts.mean(withoutEffect.mean.estimate),
    ),
    x: { label: texts.x, show: formatCount, whole: true },
    y: { label: texts.y, show: (share) => probability(share, 0) },
    yIncludes: [0, 1],
    xIncludes: [1, days],
    layers: [
      { kind: 'line', points: points(none), style: 'dashed', label: texts.none },
      { kind: 'line', points: points(effect), style: 'dots', label: texts.effect },
    ],
    table: {
      columns: [texts.x, texts.withEffect, texts.withoutEffect],
      rows: thinned(effect).map(({ day, share }) => [
        formatCount(day),
        probability(share, 1),
        probability(none.findLast((each) => each.day <= day)?.share ?? 0, 1),
      ]),
    },
  };
}
