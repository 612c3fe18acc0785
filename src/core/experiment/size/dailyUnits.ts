import type { Plan } from '../plan/planSchema';

/** New units that take part in the experiment on an average day, once everybody who is to be is exposed. */
export function dailyUnits({ traffic }: Plan): number {
  return traffic.newUnitsPerDay * traffic.exposedShare;
}

/** Whether anybody comes at all. */
export function hasTraffic(plan: Plan): boolean {
  return dailyUnits(plan) > 0 || plan.traffic.returning !== undefined;
}
