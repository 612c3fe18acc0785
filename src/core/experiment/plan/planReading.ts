import type { Diagnostic } from '../../model/diagnostic';
import type { Plan } from './planSchema';

/** What can be said of a plan file's text: the plan (null where an error stands in the way) and what is wrong. JSON-safe. */
export interface PlanReading {
  readonly plan: Plan | null;
  readonly diagnostics: readonly Diagnostic[];
}
