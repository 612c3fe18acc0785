import type { PlanMetric, PlanVariant } from '../plan/planSchema';
import type { PlanAnalysis } from '../sequential/planAnalysis';

/** What a test is to show. */
export type ComparisonHypothesis = 'superiority' | 'non-inferiority' | 'equivalence';

/** One treatment against the control on one metric: what a test compares, and a size is computed for. */
export interface Comparison {
  readonly metric: PlanMetric;
  readonly treatment: PlanVariant;
  /** Place of the treatment among the plan's variants; the control is at 0. */
  readonly treatmentIndex: number;
  /** Shares of all units in the experiment, 0 to 1; both 1 in a paired design. */
  readonly controlShare: number;
  readonly treatmentShare: number;
  /** The metric in control, and in treatment if the effect is there, as the test sees them: through labels and dilution. */
  readonly baseline: number;
  readonly target: number;
  /** `target` minus `baseline`, before rounding: negative for a decrease. */
  readonly effect: number;
  /** Of this comparison alone, after the correction for several. */
  readonly significanceLevel: number;
  readonly sides: 1 | 2;
  readonly hypothesis: ComparisonHypothesis;
  /** In the metric's own unit as the test sees it, above 0; 0 for superiority. */
  readonly margin: number;
  /** Which way is better: the side of the margin is the other. For superiority that of the effect. */
  readonly better: 1 | -1;
  /** Whether significance the wrong way counts as power. */
  readonly countsWrongTail: boolean;
  /** Power wanted of this comparison. */
  readonly power: number;
  /** Whether all primary metrics have to show their effect, or one is enough. */
  readonly success: 'any' | 'all';
  /** Units in the experiment for one independent, recorded unit: at least 1 but for CUPED and several observations a unit. */
  readonly inflation: number;
  /** Effect as the test sees it for one of the true effect: below 1 through labels and dilution. */
  readonly attenuation: number;
  /** Baseline before labels. */
  readonly trueBaseline: number;
  /** So few events are expected that its formula is not to be trusted: power is found by going through all outcomes. */
  readonly enumerated: boolean;
  /** How often it is looked at, and by which rule. */
  readonly analysis: PlanAnalysis;
}
