import type { Plan, PlanTraffic } from '../plan/planSchema';
import { dailyUnits } from './dailyUnits';
import { roundedDown } from './wholeNumbers';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Whether every day brings the same. */
export function isSteady({ weekday, returning, ramp }: PlanTraffic): boolean {
  return weekday === undefined && returning === undefined && ramp === undefined;
}

/** Traffic of a day (0 is the first) as a share of an average one. */
export function weekdayFactor(
  { weekday, firstWeekday = 'monday' }: PlanTraffic,
  day: number,
): number {
  if (weekday === undefined) return 1;
  const sum = weekday.reduce((total, factor) => total + factor, 0);
  return (7 * (weekday[(weekdays.indexOf(firstWeekday) + day) % 7] ?? 0)) / sum;
}

/** Share of units that take part on a day (0 is the first); null where that day's units are left out. */
function exposedOn({ ramp = [], exposedShare, excludeRamp }: PlanTraffic, day: number): number {
  const share = ramp[day];
  if (share === undefined) return exposedShare;
  return excludeRamp === true ? 0 : share;
}

/** First exposures of new units, day after day. */
function flowBy(traffic: PlanTraffic, days: number): number {
  let sum = 0;
  for (let day = 0; day < days; day += 1) {
    sum += traffic.newUnitsPerDay * weekdayFactor(traffic, day) * exposedOn(traffic, day);
  }
  return sum;
}

/**
 * Unique units of a population that comes back: a unit that is exposed from day s on has been there by the end with
 * chance 1 - Π(1 - active share). A growing ramp exposes more and more of the population.
 */
function uniqueBy(traffic: PlanTraffic, days: number): number {
  const { population = 0, activeShare = 0 } = traffic.returning ?? {};
  let sum = 0;
  let absent = 1;
  // From the last day back: `absent` is the chance not to have come from that day on.
  for (let day = days - 1; day >= 0; day -= 1) {
    absent *= 1 - Math.min(1, activeShare * weekdayFactor(traffic, day));
    const before = day === 0 ? 0 : exposedOn(traffic, day - 1);
    sum += Math.max(0, exposedOn(traffic, day) - before) * population * (1 - absent);
  }
  return sum;
}

/** Days until a unit's primary metrics are known, after it has come. */
export function labelDelay({ metrics }: Pick<Plan, 'metrics'>): number {
  return metrics.reduce(
    (most, { role, label }) => (role === 'primary' ? Math.max(most, label?.delayDays ?? 0) : most),
    0,
  );
}

/** Units in the experiment by the end of a day, unrounded: those whose metrics are known by then. */
export function exactUnitsBy(plan: Plan, day: number): number {
  const arrived = Math.floor(day - labelDelay(plan));
  if (arrived <= 0) return 0;
  if (isSteady(plan.traffic)) return arrived * dailyUnits(plan);
  return plan.traffic.returning === undefined
    ? flowBy(plan.traffic, arrived)
    : uniqueBy(plan.traffic, arrived);
}

/** Whole units in the experiment by the end of a day (1 is the first). */
export function unitsBy(plan: Plan, day: number): number {
  return roundedDown(exactUnitsBy(plan, day));
}
