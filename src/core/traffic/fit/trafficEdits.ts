import type { PlanEdit } from '../../experiment/plan/planEdit';
import type { TrafficFit } from './fitTraffic';

/** What a fit changes in a plan; a pattern that cannot be known leaves the plan's own. */
export function trafficEdits({ newUnitsPerDay, weekday }: TrafficFit): readonly PlanEdit[] {
  const level: PlanEdit = { path: ['traffic', 'newUnitsPerDay'], value: newUnitsPerDay };
  return weekday === null
    ? [level]
    : [level, { path: ['traffic', 'weekday'], value: [...weekday] }];
}
