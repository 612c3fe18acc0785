import type { NullAndEffect } from './operatingCharacteristics';
import type { PlanAnalysis } from './planAnalysis';

/** One look of a plan's analysis, for a chart or a table. */
export interface PlannedLook {
  /** From 1. */
  readonly look: number;
  /** Share of all units that are in. */
  readonly fraction: number;
  /** Units in all variants. */
  readonly total: number;
  /** Day by which they are in; null without traffic. */
  readonly day: number | null;
  /** Standard errors, in the planned direction, from which on it is a success; null where no result is enough. */
  readonly bound: number | null;
  /** Standard errors at or below which it is a significant effect the wrong way; null where none is. */
  readonly lowerBound: number | null;
  /** Standard errors at or below which it stops for futility (two-sided: within which); null where it does not. */
  readonly futilityBound: number | null;
  /** p-value of the bound by itself, on the plan's sides. */
  readonly nominalLevel: number;
}

/** What looking early does to a plan, at the size it needs. */
export interface SequentialAnswer {
  readonly analysis: Exclude<PlanAnalysis['kind'], 'fixed-horizon'>;
  /** `Pocock bounds, 5 looks, two-sided`. */
  readonly name: string;
  readonly source: string;
  readonly looks: readonly PlannedLook[];
  /** Whether all outcomes were counted: chances are exact then, and bounds, of the normal model, only near to what decides. */
  readonly enumerated: boolean;
  /** Bound of success at each look, in standard errors; null where no result is enough. */
  readonly bounds: readonly (number | null)[];
  /** Expected z at the end if the planned effect is there. */
  readonly drift: number;
  /** Size over that of one look at the end, with the same power. */
  readonly maximumInflation: number;
  /** Mean size over that of one look at the end. */
  readonly averageSample: NullAndEffect<number>;
  /** Mean size in units of all variants. */
  readonly averageTotal: NullAndEffect<number>;
  /** Chance that a bound, of success, of harm or of futility, is crossed first at each look. */
  readonly stopProbability: NullAndEffect<readonly number[]>;
  /** The part of it that is futility. */
  readonly futilityProbability: NullAndEffect<readonly number[]>;
  /** Chance of a significant result at some look with no effect. */
  readonly typeOneError: number;
  /** Chance of a success at some look if the effect is there. */
  readonly power: number;
  /** Chance of a significant result the wrong way if the effect is there. */
  readonly wrongSign: number;
  /** Mean day on which it ends; null without traffic. */
  readonly expectedDays: NullAndEffect<number> | null;
  /** Units that one look at the end would need, in all variants, unrounded. */
  readonly fixedTotal: number;
  /** Units that the vendor's own planner would ask for; null where no vendor's form is used, or none is published. */
  readonly plannerTotal: number | null;
}
