import type { PlanMetric } from '../plan/planSchema';

/** The smallest effect the plan wants to detect, in the metric's own unit: negative where `direction` is `decrease`. */
export function plannedEffect(metric: PlanMetric): number {
  const effect = metric.minimumDetectableEffect;
  const size = 'relative' in effect ? metric.baseline * effect.relative : effect.absolute;
  return metric.direction === 'increase' ? size : -size;
}
