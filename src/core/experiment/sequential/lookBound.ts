/**
 * What stops the experiment at one look, on the scale of the standardised difference z, positive in the planned
 * direction. -Infinity and Infinity: nothing does.
 */
export interface LookBound {
  /** Share of the full information that is in at this look, above 0 to 1. */
  readonly fraction: number;
  /** z from here up stops with a success. */
  readonly upper: number;
  /** z from here down stops with a significant effect the wrong way. */
  readonly lower: number;
  /** z within stops for futility; null: nothing does. */
  readonly futility: { readonly low: number; readonly high: number } | null;
}
