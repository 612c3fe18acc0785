/** Bins for one standard error, and standard errors to each side of the middle. */
const binsPerError = 16;
const errorsToEachSide = 8;

/** Bins of every scale; what lies outside is counted in the first and the last. */
export const binCount = 2 * errorsToEachSide * binsPerError;

/**
 * Fixed bins for the estimates of one day: about the planned effect, in sixteenths of the standard error
 * that the formula expects. They depend on the plan alone, so that histograms can be added.
 */
export interface EffectScale {
  readonly low: number;
  readonly binWidth: number;
}

/** The scale for estimates about `middle` with about this standard error. */
export function effectScale(middle: number, standardError: number): EffectScale {
  return {
    low: middle - errorsToEachSide * standardError,
    binWidth: standardError / binsPerError,
  };
}

/** The bin of an estimate. */
export function binOf({ low, binWidth }: EffectScale, estimate: number): number {
  const bin = Math.floor((estimate - low) / binWidth);
  if (bin < 0) return 0;
  return bin < binCount ? bin : binCount - 1;
}

/**
 * The value below which the given share of the estimates lies, read from the histogram: evenly spread
 * within a bin, so right to a fraction of a sixteenth of a standard error.
 */
export function quantileOfHistogram(
  { low, binWidth }: EffectScale,
  histogram: readonly number[],
  share: number,
): number {
  let left = share * histogram.reduce((sum, count) => sum + count, 0);
  for (const [bin, count] of histogram.entries()) {
    if (count > 0 && left <= count) return low + (bin + left / count) * binWidth;
    left -= count;
  }
  return low + histogram.length * binWidth;
}
