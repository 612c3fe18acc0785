import type { SequentialAnswer } from '../sequential/sequentialAnswer';
import type { Plan } from '../plan/planSchema';
import type { Comparison } from './comparison';
import type { ExactCheck } from './exactCheck';
import type { GivenSize, GuardrailAnswer, VariantSize } from './sizeAnswer';

/** A plan with its sizes: what warnings and assumptions are said about. */
export interface SizedPlan {
  readonly plan: Plan;
  readonly comparisons: readonly Comparison[];
  readonly deciding: Comparison;
  readonly perVariant: readonly VariantSize[];
  readonly total: number;
  readonly days: number | null;
  readonly wholeWeekDays: number | null;
  readonly given: GivenSize | null;
  /** Null for one look at the end. */
  readonly sequential: SequentialAnswer | null;
  /** What the z test does in truth, where few events are expected. */
  readonly exactCheck: ExactCheck | null;
  readonly guardrails: readonly GuardrailAnswer[];
}
