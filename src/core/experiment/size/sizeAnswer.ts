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

/** What the fixed-horizon planner answers for a plan. */
export interface SizeAnswer {
  readonly perVariant: readonly VariantSize[];
  readonly total: number;
  /** Days at the plan's traffic until `total` is reached; null where the traffic is 0. */
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
  readonly definition: SizeDefinition;
  /** The answer in one sentence. */
  readonly sentence: string;
  readonly assumptions: readonly SizeNote[];
  readonly warnings: readonly SizeNote[];
}
