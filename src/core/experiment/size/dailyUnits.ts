import type { Plan } from '../plan/planSchema';

/** New units a day that take part in the experiment. */
export function dailyUnits({ traffic }: Plan): number {
  return traffic.newUnitsPerDay * traffic.exposedShare;
}
