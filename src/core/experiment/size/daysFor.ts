import type { Plan } from '../plan/planSchema';
import { dailyUnits } from './dailyUnits';
import { roundedUp } from './wholeNumbers';

/** Days at the plan's traffic until this many units are in, the last one perhaps partial; null without traffic. */
export function daysFor(plan: Plan, total: number): number | null {
  const daily = dailyUnits(plan);
  return daily > 0 ? roundedUp(total / daily) : null;
}

/** The next whole number of weeks, in days. */
export function wholeWeeks(days: number): number {
  return Math.ceil(days / 7) * 7;
}
