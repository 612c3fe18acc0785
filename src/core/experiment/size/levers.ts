import type { Plan, PlanMetric } from '../plan/planSchema';
import { daysFor } from './daysFor';
import { decidingComparison } from './decidingComparison';
import { isPairedPlan } from './isPairedPlan';
import { metricProblems } from './metricProblems';
import { sizeMethodOf } from './sizeMethods';

/** One change to the plan that makes it shorter. */
export interface Lever {
  readonly kind: 'equal-weights' | 'expose-all' | 'fewer-variants' | 'larger-effect' | 'covariate';
  /** The change as half a sentence: `with equal weights`. */
  readonly words: string;
  /** Days the plan would take with it; null where it would still never end. */
  readonly days: number | null;
}

interface Change {
  readonly kind: Lever['kind'];
  readonly words: string;
  readonly plan: Plan;
}

/** A covariate such as most metrics have in their own past. */
const usualCovariate = { correlation: 0.5, shareWithHistory: 1 };
const effectFactor = 1.25;

function withPrimary(plan: Plan, change: (metric: PlanMetric) => PlanMetric): Plan {
  const metrics = plan.metrics.map((metric) =>
    metric.role === 'primary' ? change(metric) : metric,
  );
  return { ...plan, metrics };
}

function enlarged(metric: PlanMetric): PlanMetric {
  const effect = metric.minimumDetectableEffect;
  const larger =
    'relative' in effect
      ? { relative: effect.relative * effectFactor }
      : { absolute: effect.absolute * effectFactor };
  return { ...metric, minimumDetectableEffect: larger };
}

function changesOf(plan: Plan): readonly Change[] {
  const { variants, traffic } = plan;
  const isPaired = isPairedPlan(plan);
  const changes: Change[] = [];
  if (!isPaired && variants.some(({ weight }) => weight !== variants[0]?.weight)) {
    const equal = variants.map((variant) => ({ ...variant, weight: 1 }));
    changes.push({
      kind: 'equal-weights',
      words: 'with equal weights',
      plan: { ...plan, variants: equal },
    });
  }
  if (traffic.exposedShare < 1) {
    const words = 'with everybody exposed';
    const all = { ...plan, traffic: { ...traffic, exposedShare: 1 } };
    changes.push({ kind: 'expose-all', words, plan: all });
  }
  if (!isPaired && variants.length > 2) {
    const two = { ...plan, variants: variants.slice(0, 2) };
    changes.push({ kind: 'fewer-variants', words: 'with one treatment only', plan: two });
  }
  const words = 'with an effect a quarter larger';
  changes.push({ kind: 'larger-effect', words, plan: withPrimary(plan, enlarged) });
  if (plan.metrics.every(({ covariate }) => covariate === undefined)) {
    const adjusted = withPrimary(plan, (metric) => ({ ...metric, covariate: usualCovariate }));
    const words = 'adjusting for a covariate with a correlation of 0.5 (CUPED)';
    changes.push({ kind: 'covariate', words, plan: adjusted });
  }
  return changes;
}

/** What would make the plan shorter, each alone, what helps most first; what does not help, or cannot be, is left out. */
export function leversOf(plan: Plan, days: number | null): readonly Lever[] {
  // Enumerating the same test five times over would take seconds.
  if (plan.metrics.some(({ test }) => sizeMethodOf({ test }).exact === true)) return [];
  return changesOf(plan)
    .filter(({ plan: changed }) => metricProblems(changed).length === 0)
    .map(({ kind, words, plan: changed }): Lever => {
      const need = decidingComparison(changed);
      return { kind, words, days: need === null ? null : daysFor(changed, need.total) };
    })
    .filter((lever) => lever.days !== null && lever.days > 0 && lever.days < (days ?? Infinity))
    .toSorted((one, other) => (one.days ?? Infinity) - (other.days ?? Infinity));
}
