import type { Spending } from './spending';

/** How the bounds of a group sequential design are made. */
export type EfficacyPlan =
  /** z bound = constant · fraction^(shape - ½): shape ½ is Pocock's, 0 O'Brien and Fleming's. */
  | { readonly kind: 'shape'; readonly shape: number }
  | { readonly kind: 'spending'; readonly spending: Spending }
  /** The same z at all looks but the last, which spends what is left (Haybittle and Peto: 3). */
  | { readonly kind: 'flat-then-rest'; readonly z: number };

/** How an experiment without prospects is stopped. */
export type FutilityPlan =
  /** Stops where z, in the planned direction, is at most this before the end (two-sided: where |z| is). */
  | { readonly kind: 'z'; readonly z: number }
  /** Spends the risk of a miss. */
  | { readonly kind: 'spending'; readonly spending: Spending };

/** A group sequential design as asked for. */
export interface SequentialRequest {
  /** Shares of the full information at the looks, rising, the last one 1. */
  readonly fractions: readonly number[];
  readonly sides: 1 | 2;
  readonly significanceLevel: number;
  /** Wanted chance to succeed if the effect is there, wrong tail not counted. */
  readonly power: number;
  readonly efficacy: EfficacyPlan;
  /** Left out: no stopping for futility. */
  readonly futility?: FutilityPlan;
  /** Whether going on in spite of futility is ruled out, so that the bounds of success may be lower. */
  readonly isFutilityBinding?: boolean;
}
