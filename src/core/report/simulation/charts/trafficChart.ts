import type { Plan } from '../../../experiment/plan/planSchema';
import type { SimulationResult, TrafficDay } from '../../../simulate/simulationResult';
import type { ChartDescription } from '../../chart/chartDescription';
import { thinned } from '../../chart/thinned';
import { countOf, plural } from '../../countOf';
import { formatCount } from '../../formatNumber';

const texts = {
  title: 'Traffic by day and variant',
  x: 'Day',
  y: (units: string) => `New ${units}`,
  inAll: 'In all',
  summary: (first: string, last: string, days: string, total: string) =>
    `Day 1 brings ${first}, day ${days} ${last}; by then ${total} are in.`,
  steady: (each: string, days: string, total: string) =>
    `Every day brings about ${each}; by the end of day ${days} ${total} are in.`,
};

function newOf({ newUnits }: TrafficDay): number {
  return newUnits.reduce((sum, units) => sum + units, 0);
}

function summaryOf(plan: Plan, traffic: readonly TrafficDay[]): string {
  const counts = traffic.map(newOf);
  const total = countOf(Math.round(counts.reduce((sum, units) => sum + units, 0)), plan.unit);
  const days = formatCount(counts.length);
  const [first = 0] = counts;
  // The last day takes what is left.
  const isSteady = counts.slice(0, -1).every((units) => Math.abs(units - first) <= 0.01 * first);
  return isSteady
    ? texts.steady(countOf(Math.round(first), plan.unit), days, total)
    : texts.summary(
        countOf(Math.round(first), plan.unit),
        countOf(Math.round(counts.at(-1) ?? 0), plan.unit),
        days,
        total,
      );
}

/** Expected new units of each day, by variant. */
export function trafficChart({ traffic }: SimulationResult, plan: Plan): ChartDescription | null {
  if (traffic.length === 0) return null;
  const names = plan.variants.map(({ name }) => name);
  return {
    id: 'traffic',
    title: texts.title,
    summary: summaryOf(plan, traffic),
    x: { label: texts.x, show: formatCount, whole: true },
    y: { label: texts.y(plural(plan.unit)), show: formatCount },
    yIncludes: [0],
    layers: [
      {
        kind: 'bars',
        series: names,
        bars: traffic.map(({ day, newUnits }) => ({
          from: day - 0.5,
          to: day + 0.5,
          values: newUnits,
        })),
      },
    ],
    table: {
      columns: [texts.x, ...names, texts.inAll],
      rows: thinned(traffic).map((each) => [
        formatCount(each.day),
        ...each.newUnits.map(formatCount),
        formatCount(newOf(each)),
      ]),
    },
  };
}
