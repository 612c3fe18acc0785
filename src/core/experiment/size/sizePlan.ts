import type { Reading } from '../../model/diagnostic';
import type { Plan } from '../plan/planSchema';
import { answerOf } from './answerOf';
import { decidingComparison } from './decidingComparison';
import type { SizeAnswer } from './sizeAnswer';
import type { PlanDiagnostic } from './planDiagnostic';
import { sizeProblems } from './sizeProblems';

/** A sample size, or null and why there is none. */
export interface SizeReading extends Reading<SizeAnswer | null> {
  readonly diagnostics: readonly PlanDiagnostic[];
}

/**
 * How many subjects a plan needs for its power, with the definition, assumptions and warnings: the one
 * answer that panel, command line and editor show.
 *
 * Each treatment is compared with the control (the first variant) on each primary metric at the plan's
 * weights; the comparison that needs most decides. Never throws on a plan's values: what cannot be sized
 * is a diagnostic.
 */
export function sizePlan(plan: Plan): SizeReading {
  const diagnostics = sizeProblems(plan);
  const need = diagnostics.length === 0 ? decidingComparison(plan) : null;
  if (need === null) return { value: null, diagnostics };
  return { value: answerOf(plan, need), diagnostics };
}
