import { exp } from '../../stats/elementary/exp';
import { expm1 } from '../../stats/elementary/expm1';
import { log1p } from '../../stats/elementary/log1p';
import type { PlanMetric } from '../plan/planSchema';
import { hypothesisOf } from './hypothesisOf';

type Change = { readonly relative: number } | { readonly absolute: number };

/**
 * A change (with its sign) in the metric's own unit. Relative is a share of the baseline; for a time to event a share of
 * the hazard, which leads to another share with the event.
 */
export function absoluteChange({ kind, baseline }: PlanMetric, change: Change): number {
  if ('absolute' in change) return change.absolute;
  if (kind !== 'time-to-event') return Math.abs(baseline) * change.relative;
  // 1 - (1 - p)^(1 + r) - p = -(1 - p) ((1 - p)^r - 1)
  const logSurvival = log1p(-baseline);
  return -exp(logSurvival) * expm1(logSurvival * change.relative);
}

function negated(change: Change): Change {
  return 'relative' in change ? { relative: -change.relative } : { absolute: -change.absolute };
}

/**
 * The difference that is planned for, treatment minus control in the metric's own unit: the smallest effect to detect,
 * negative where `direction` is `decrease`; with a margin the difference that is thought to be there, usually none.
 */
export function plannedEffect(metric: PlanMetric): number {
  if (hypothesisOf(metric) !== 'superiority') {
    return absoluteChange(metric, metric.expectedDifference ?? { absolute: 0 });
  }
  const effect = metric.minimumDetectableEffect;
  return absoluteChange(metric, metric.direction === 'increase' ? effect : negated(effect));
}

/** How much worse is still acceptable, positive, in the metric's own unit; 0 for superiority. */
export function plannedMargin(metric: PlanMetric): number {
  if (metric.margin === undefined || hypothesisOf(metric) === 'superiority') return 0;
  const worse = metric.direction === 'increase' ? negated(metric.margin) : metric.margin;
  return Math.abs(absoluteChange(metric, worse));
}
