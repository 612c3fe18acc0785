/** Chances of counts where they are not negligible. */
export interface CountWindow {
  /** The count of the first mass. */
  readonly low: number;
  readonly masses: Float64Array;
}
