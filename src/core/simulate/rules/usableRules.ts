import type { Plan } from '../../experiment/plan/planSchema';
import { planComparisons } from '../../experiment/size/planComparisons';
import type { AnalysisRule } from './analysisRule';
import { analysisRules } from './registry';

/** A rule, and why a plan's launches cannot be analysed by it; null where they can. */
export interface RuleUse {
  readonly rule: AnalysisRule;
  readonly reason: string | null;
}

/** Every rule there is, and whether it can be used for all that a plan compares. */
export function usableRules(plan: Plan): readonly RuleUse[] {
  const comparisons = planComparisons(plan);
  return analysisRules.map((rule) => {
    const refusals = comparisons
      .map((comparison) => rule.terms(comparison))
      .filter((terms) => typeof terms === 'string');
    return { rule, reason: refusals[0] ?? null };
  });
}
