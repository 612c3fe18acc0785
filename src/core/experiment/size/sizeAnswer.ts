import type { JsonPath } from '../../model/json';
import type { SequentialAnswer } from '../sequential/sequentialAnswer';
import type { ExactCheck } from './exactCheck';
import type { Exaggeration } from './exaggeration';
import type { Hypotheses } from './hypothesesInWords';
import type { LabelsAnswer } from './labelsAnswer';
import type { Stretch } from './stretch';

/** How many subjects one variant needs. */
export interface VariantSize {
  readonly variant: string;
  /** Next whole number. */
  readonly sampleSize: number;
  /** Unrounded. */
  readonly exact: number;
}

/** Which formula gave a number, in words that people can look up. */
export interface SizeDefinition {
  /** Stable id: `z-unpooled`. */
  readonly id: string;
  /** `Two-proportion z test, unpooled variance, wrong tail not counted`. */
  readonly name: string;
  /** The formula as text. */
  readonly formula: string;
  readonly source: string;
}

/** A warning or an assumption, with a stable code and a sentence. */
export interface SizeNote {
  readonly code: string;
  readonly message: string;
}

/** What is to be warned of, and the value of the plan that it is about. */
export interface SizeWarning extends SizeNote {
  /** From the plan down: `['design', 'sides']`; the value need not be written in the file. */
  readonly path: JsonPath;
}

/** The size the plan itself fixes (`design.sampleSizePerVariant` or `design.days`), and what it is good for. */
export interface GivenSize {
  readonly source: 'sampleSizePerVariant' | 'days';
  /** Subjects in all variants. */
  readonly total: number;
  /** Days it takes or lasts; null where the traffic is 0. */
  readonly days: number | null;
  /** Power of the deciding comparison at this size, 0 to 1. */
  readonly power: number;
}

/** A guardrail with a margin, at the size the primary metrics need (or the plan fixes). */
export interface GuardrailAnswer {
  readonly metric: string;
  readonly treatment: string;
  /** Chance to show that it is not worse by the margin, 0 to 1. */
  readonly power: number;
  /** Subjects in all variants that it would need for the plan's power, unrounded; null where no number is enough. */
  readonly total: number | null;
}

/** What makes more (or fewer) units necessary, and by what factor. */
export interface StretchAnswer {
  readonly kind: Stretch['kind'] | 'attenuation';
  readonly factor: number;
  readonly message: string;
}

/** How small a sample-ratio mismatch this size can see. */
export interface RatioMismatchAnswer {
  readonly alarmLevel: number;
  /** Planned share of the variant that is watched: the control. */
  readonly plannedShare: number;
  /** How far its share has to be off for the alarm to see it with 80 % power, 0 to 1; null where no share is far enough. */
  readonly detectableShift: number | null;
}

/** What the planner answers for a plan. */
export interface SizeAnswer {
  readonly perVariant: readonly VariantSize[];
  readonly total: number;
  /** Days at the plan's traffic until `total` is reached; null where it never is, or the traffic is 0. */
  readonly days: number | null;
  /** The next whole number of weeks, in days. */
  readonly wholeWeekDays: number | null;
  /** Name of the primary metric that needs most subjects: it decides. */
  readonly decidingMetric: string;
  /** Name of the treatment whose comparison with the control decides. */
  readonly decidingTreatment: string;
  /** Smallest effect the plan wants to detect, in the metric's own unit: negative for a decrease. */
  readonly absoluteEffect: number;
  /** The same as a share of the baseline, with its sign. */
  readonly relativeEffect: number;
  /** Power of the plan's own test at the whole-number sizes, 0 to 1. */
  readonly power: number;
  /** The size the plan fixes, beside the one it needs; null where it fixes none, or fixes days without traffic. */
  readonly given: GivenSize | null;
  /** Level that the deciding comparison is tested at, after the correction for several. */
  readonly significanceLevel: number;
  /** What the deciding test is about, in words. */
  readonly hypotheses: Hypotheses;
  /** Margin of non-inferiority or equivalence in the metric's own unit, positive; null for superiority. */
  readonly margin: number | null;
  readonly stretches: readonly StretchAnswer[];
  /** Clusters in all variants, where the plan assigns them. */
  readonly clusters: number | null;
  readonly guardrails: readonly GuardrailAnswer[];
  readonly ratioMismatch: RatioMismatchAnswer | null;
  /** What a significant result would be worth at the size of the answer; null with a margin. */
  readonly exaggeration: Exaggeration | null;
  /** What the z test does in truth, where few events are expected; null where it was not needed or not possible. */
  readonly exactCheck: ExactCheck | null;
  /** Labels to collect, a row each. */
  readonly labels: readonly LabelsAnswer[];
  /** What looking early does; null for one look at the end. */
  readonly sequential: SequentialAnswer | null;
  readonly definition: SizeDefinition;
  /** The answer in one sentence. */
  readonly sentence: string;
  readonly assumptions: readonly SizeNote[];
  readonly warnings: readonly SizeWarning[];
}
