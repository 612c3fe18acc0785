import type { Diagnostic } from '../../model/diagnostic';
import { parsePlan } from '../plan/parsePlan';
import type { Plan } from '../plan/planSchema';
import { analysisProblems } from './analysisProblems';
import { decidingComparison } from './decidingComparison';
import { locateProblems } from './locateProblems';
import { metricProblems } from './metricProblems';
import { type PlanDiagnostic, problem } from './planDiagnostic';
import { planWarnings } from './planWarnings';
import { sizedPlanOf } from './sizedPlanOf';
import { sizeProblems } from './sizeProblems';
import { takesLong } from './takesLong';

/**
 * All there is to say about the text of a plan: what is wrong with it as a file, why it has no size, and what its size has
 * to be warned of (a power out of reach, misuses), each at its value. Codes as of `parsePlan`, `sizeProblems` and, with
 * `plan-` before them, `sizeWarnings`. Plans that take long to size (exact tests, more than 60 looks) are only checked for
 * what is wrong with their values: panel and command line say the rest. Never throws.
 */
export function checkPlan(text: string): readonly Diagnostic[] {
  const { plan, diagnostics } = parsePlan(text);
  if (plan === null) return diagnostics;
  return [...diagnostics, ...locateProblems(text, problemsOf(plan))];
}

function problemsOf(plan: Plan): readonly PlanDiagnostic[] {
  if (takesLong(plan)) return [...metricProblems(plan), ...analysisProblems(plan)];
  const diagnostics = sizeProblems(plan);
  const need = diagnostics.length === 0 ? decidingComparison(plan) : null;
  // Only what is to be warned of: the rest of an answer is not shown in the text.
  const found = need === null ? [] : planWarnings(sizedPlanOf(plan, need));
  const warnings = found.map(({ code, path, message }): PlanDiagnostic => ({
    ...problem(`plan-${code}`, path, message),
    severity: 'warning',
  }));
  return [...diagnostics, ...warnings];
}
