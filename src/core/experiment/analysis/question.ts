import type { Plan, PlanMetric } from '../plan/planSchema';
import { hypothesisOf } from '../size/hypothesisOf';
import { plannedMargin } from '../size/plannedEffect';
import { planComparisons } from '../size/planComparisons';
import type { Comparison } from '../size/comparison';

/** What is asked of one treatment and metric. */
export interface Question {
  readonly metric: PlanMetric;
  /** Place among the plan's variants; the control is at 0. */
  readonly treatmentIndex: number;
  /** Of this comparison, after the correction for several where that divides it. */
  readonly significanceLevel: number;
  readonly sides: 1 | 2;
  readonly hypothesis: 'superiority' | 'non-inferiority' | 'equivalence';
  /** In the metric's own unit, positive; 0 for superiority. */
  readonly margin: number;
  readonly better: 1 | -1;
  /** As it was sized; null for metrics that were not. */
  readonly comparison: Comparison | null;
}

/** All questions of a plan, metric by metric in its order; secondary metrics and guardrails at the plan's own level. */
export function questionsOf(plan: Plan, metrics: readonly PlanMetric[]): readonly Question[] {
  const sized = planComparisons(plan);
  return metrics.flatMap((metric) =>
    plan.variants.slice(1).map((_, i): Question => {
      const treatmentIndex = i + 1;
      const comparison =
        sized.find((each) => each.metric === metric && each.treatmentIndex === treatmentIndex) ??
        null;
      return {
        metric,
        treatmentIndex,
        significanceLevel: comparison?.significanceLevel ?? plan.design.significanceLevel,
        sides: plan.design.sides === 'two' ? 2 : 1,
        hypothesis: hypothesisOf(metric),
        margin: plannedMargin(metric),
        better: metric.direction === 'increase' ? 1 : -1,
        comparison,
      };
    }),
  );
}
