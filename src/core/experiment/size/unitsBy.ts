import type { Plan } from '../plan/planSchema';
import { dailyUnits } from './dailyUnits';
import { roundedDown } from './wholeNumbers';

/** Whole units in the experiment by the end of a day (1 is the first). */
export function unitsBy(plan: Plan, day: number): number {
  return roundedDown(day * dailyUnits(plan));
}
