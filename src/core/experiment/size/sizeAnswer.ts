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
  /** Smallest effect the plan wants to detect, absolute (in the metric's own unit). */
  readonly absoluteEffect: number;
  readonly relativeEffect: number;
  /** Power of the plan's own test at the whole-number sizes, 0 to 1. */
  readonly power: number;
  readonly definition: SizeDefinition;
  /** The answer in one sentence. */
  readonly sentence: string;
  readonly assumptions: readonly SizeNote[];
  readonly warnings: readonly SizeNote[];
}
