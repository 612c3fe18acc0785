import type { Plan } from '../../experiment/plan/planSchema';

/** Share of units whose telemetry is kept. */
export function recordedShare(plan: Plan): number {
  return plan.telemetry?.sampledShare ?? 1;
}
