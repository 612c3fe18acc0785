import type { PlanMetric, PlanVariant } from '../plan/planSchema';

/** One treatment against the control on one metric: what a test compares, and a size is computed for. */
export interface Comparison {
  readonly metric: PlanMetric;
  readonly treatment: PlanVariant;
  /** Place of the treatment among the plan's variants; the control is at 0. */
  readonly treatmentIndex: number;
  /** Shares of all units in the experiment, 0 to 1. */
  readonly controlShare: number;
  readonly treatmentShare: number;
  /** The metric in control, and in treatment if the effect is there. */
  readonly baseline: number;
  readonly target: number;
  /** `target` minus `baseline`, before rounding: negative for a decrease. */
  readonly effect: number;
  readonly significanceLevel: number;
  readonly sides: 1 | 2;
}
