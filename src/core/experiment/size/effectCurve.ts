import type { Plan } from '../plan/planSchema';
import { hasTraffic } from './dailyUnits';
import { decidingComparison } from './decidingComparison';
import { planComparisons } from './planComparisons';
import { sizeMethodOf } from './sizeMethods';
import { sizeProblems } from './sizeProblems';
import { unitsBy } from './unitsBy';

/** The smallest effect that has the planned power by the end of a day. */
export interface EffectPoint {
  readonly day: number;
  /** Subjects in all variants by then. */
  readonly total: number;
  /** In the metric's own unit, negative for a decrease; null where no value the metric can take is far enough away. */
  readonly absoluteEffect: number | null;
  /** As a share of the baseline. */
  readonly relativeEffect: number | null;
}

/**
 * Minimum detectable effect of one primary metric (the deciding one, unless `metric` names another)
 * against days of the plan's traffic, from day 1 to `days`: of the treatment that needs the largest, where
 * there are several.
 *
 * Empty for a plan that has no size, or no traffic. 200 days take well under 5 ms.
 */
export function effectCurve(
  plan: Plan,
  { days, metric }: { readonly days: number; readonly metric?: string },
): readonly EffectPoint[] {
  const need = sizeProblems(plan).length === 0 ? decidingComparison(plan) : null;
  if (need === null || !hasTraffic(plan)) return [];
  const name = metric ?? need.comparison.metric.name;
  const comparisons = planComparisons(plan).filter(
    ({ metric: { name: own }, hypothesis }) => own === name && hypothesis === 'superiority',
  );
  return Array.from({ length: comparisons.length === 0 ? 0 : days }, (_, i) => {
    const total = unitsBy(plan, i + 1);
    let absoluteEffect: number | null = 0;
    let relativeEffect: number | null = 0;
    for (const comparison of comparisons) {
      const { minimumDetectableEffect } = sizeMethodOf(comparison.metric);
      const effect = minimumDetectableEffect(comparison, total, comparison.power);
      if (effect === null || absoluteEffect === null) absoluteEffect = relativeEffect = null;
      else if (Math.abs(effect) > Math.abs(absoluteEffect)) {
        absoluteEffect = effect;
        relativeEffect = effect / Math.abs(comparison.trueBaseline);
      }
    }
    return { day: i + 1, total, absoluteEffect, relativeEffect };
  });
}
