import type { Plan } from '../plan/planSchema';
import { dailyUnits } from './dailyUnits';
import { exactUnitsBy, isSteady, labelDelay } from './unitsBy';
import { roundedUp } from './wholeNumbers';

/** A hundred years: what has not come by then does not come. */
const mostDays = 36_525;

/**
 * Days at the plan's traffic until this many units are in and their labels known, the last one perhaps partial;
 * null where they never are: without traffic, or where the population has no more.
 */
export function daysFor(plan: Plan, total: number): number | null {
  if (!isSteady(plan.traffic)) return daysByCount(plan, total);
  const days = roundedUp(total / dailyUnits(plan)) + Math.ceil(labelDelay(plan));
  // A traffic as good as none, 1e-310 a day, counts as none.
  return Number.isFinite(days) ? days : null;
}

/** The first day by whose end there are enough, by halving. */
function daysByCount(plan: Plan, total: number): number | null {
  // What a few roundings can take from a sum is no reason for another day.
  const enough = (day: number): boolean => exactUnitsBy(plan, day) * (1 + 1e-12) >= total;
  let high = 7;
  while (!enough(high)) {
    if (high >= mostDays) return null;
    high = Math.min(mostDays, high * 2);
  }
  let low = 0;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The next whole number of weeks, in days. */
export function wholeWeeks(days: number): number {
  return Math.ceil(days / 7) * 7;
}
