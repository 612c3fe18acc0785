import type { Diagnostic } from '../../model/diagnostic';
import { parsePlan } from '../plan/parsePlan';
import type { Plan, PlanMetric } from '../plan/planSchema';
import { analysisProblems } from './analysisProblems';
import { decidingComparison } from './decidingComparison';
import { givenTotal } from './givenTotal';
import { locateProblems } from './locateProblems';
import { metricProblems } from './metricProblems';
import { type PlanDiagnostic, problem } from './planDiagnostic';
import { planWarnings } from './planWarnings';
import type { SizeWarning } from './sizeAnswer';
import { sizedPlanOf } from './sizedPlanOf';
import { sizeMethods } from './sizeMethods';
import { sizeProblems } from './sizeProblems';
import { takesLong } from './takesLong';
import { variantShares } from './variantShares';

/** Exact tests for up to so many units in a variant are worked out while people type. */
const mostExactly = 250;

/** Warnings that do not come from a size: they hold whatever the number is. */
const ofNoSize: ReadonlySet<string> = new Set([
  'peeking',
  'observed-effect',
  'one-sided',
  'several-comparisons',
  'session-unit',
  'diluted',
  'margin-scale',
  'high-significance-level',
]);

/**
 * All there is to say about the text of a plan: what is wrong with it as a file, why it has no size, and what its size has
 * to be warned of (a power out of reach, misuses), each at its value. Codes as of `parsePlan`, `sizeProblems` and, with
 * `plan-` before them, `sizeWarnings`. Of plans that take long to size (exact tests of many units, more than 60 looks)
 * only what does not hang on their size is said: panel and command line say the rest. Never throws.
 */
export function checkPlan(text: string): readonly Diagnostic[] {
  const { plan, diagnostics } = parsePlan(text);
  if (plan === null) return diagnostics;
  return [...diagnostics, ...locateProblems(text, problemsOf(plan))];
}

function problemsOf(plan: Plan): readonly PlanDiagnostic[] {
  if (takesLong(plan)) {
    const quick = withQuickTests(plan);
    if (takesLong(quick)) return [...metricProblems(plan), ...analysisProblems(plan)];
    if (!isSmall(quick)) return problemsOfNoSize(plan, quick);
  }
  const diagnostics = sizeProblems(plan);
  const need = diagnostics.length === 0 ? decidingComparison(plan) : null;
  // Only what is to be warned of: the rest of an answer is not shown in the text.
  const found = need === null ? [] : planWarnings(sizedPlanOf(plan, need));
  return [...diagnostics, ...asDiagnostics(found)];
}

/** A large plan of exact tests: its own problems, and what is to be warned of in whatever way it is sized. */
function problemsOfNoSize(plan: Plan, quick: Plan): readonly PlanDiagnostic[] {
  const problems = [...metricProblems(plan), ...analysisProblems(plan)];
  const need = sizeProblems(quick).length === 0 ? decidingComparison(quick) : null;
  if (problems.length > 0 || need === null) return problems;
  return asDiagnostics(
    planWarnings(sizedPlanOf(quick, need)).filter(({ code }) => ofNoSize.has(code)),
  );
}

function asDiagnostics(found: readonly SizeWarning[]): readonly PlanDiagnostic[] {
  return found.map(({ code, path, message }): PlanDiagnostic => ({
    ...problem(`plan-${code}`, path, message),
    severity: 'warning',
  }));
}

/** The plan with a test that is nearly as large in place of exact ones. */
function withQuickTests(plan: Plan): Plan {
  const metrics = plan.metrics.map((metric): PlanMetric =>
    sizeMethods[metric.test].exact === true
      ? { ...metric, test: 'z-continuity-corrected' }
      : metric,
  );
  return { ...plan, metrics };
}

function isSmall(quick: Plan): boolean {
  const need = decidingComparison(quick);
  const total = Math.max(need?.total ?? 0, givenTotal(quick) ?? 0);
  return total * Math.max(...variantShares(quick)) <= mostExactly;
}
