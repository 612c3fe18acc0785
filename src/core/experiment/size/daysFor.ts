import type { Plan } from '../plan/planSchema';
import { dailyUnits } from './dailyUnits';
import { roundedUp } from './wholeNumbers';

/** Days at the plan's traffic until this many units are in, the last one perhaps partial; null without traffic. */
export function daysFor(plan: Plan, total: number): number | null {
  const days = roundedUp(total / dailyUnits(plan));
  // A traffic as good as none, 1e-310 a day, counts as none.
  return Number.isFinite(days) ? days : null;
}

/** The next whole number of weeks, in days. */
export function wholeWeeks(days: number): number {
  return Math.ceil(days / 7) * 7;
}
