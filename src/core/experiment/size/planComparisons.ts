import type { Plan } from '../plan/planSchema';
import type { Comparison } from './comparison';
import { plannedEffect } from './plannedEffect';
import { variantShares } from './variantShares';

/** Every treatment against the control on every primary metric, metric by metric in the plan's order. */
export function planComparisons(plan: Plan): readonly Comparison[] {
  const { significanceLevel, sides } = plan.design;
  const [controlShare = 0, ...treatmentShares] = variantShares(plan);
  const [, ...treatments] = plan.variants;
  return plan.metrics
    .filter(({ role }) => role === 'primary')
    .flatMap((metric) =>
      treatments.map((treatment, i): Comparison => {
        const effect = plannedEffect(metric);
        return {
          metric,
          treatment,
          treatmentIndex: i + 1,
          controlShare,
          treatmentShare: treatmentShares[i] ?? 0,
          baseline: metric.baseline,
          target: metric.baseline + effect,
          effect,
          significanceLevel,
          sides: sides === 'two' ? 2 : 1,
        };
      }),
    );
}
