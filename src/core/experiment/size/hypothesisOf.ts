import type { PlanMetric } from '../plan/planSchema';
import type { ComparisonHypothesis } from './comparison';

/** What a metric's test is to show: what the plan says, else non-inferiority where there is only a margin. */
export function hypothesisOf(metric: PlanMetric): ComparisonHypothesis {
  if (metric.hypothesis !== undefined) return metric.hypothesis;
  const effect = metric.minimumDetectableEffect;
  const hasNoEffect = effect === undefined || ('absolute' in effect && effect.absolute === 0);
  return metric.margin !== undefined && (hasNoEffect || metric.role === 'guardrail')
    ? 'non-inferiority'
    : 'superiority';
}
