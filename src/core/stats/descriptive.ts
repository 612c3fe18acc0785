/**
 * The one place that imports `simple-statistics`: descriptive statistics of data that is shown, never of
 * what decides. What is used of it adds, compares and divides only, so it is the same on every host.
 */
import { mean as meanOf, quantileSorted } from 'simple-statistics';

/** Arithmetic mean. NaN for no values. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? NaN : meanOf(values);
}

/**
 * Value below which the given share (0 to 1) of the sorted values lies; the middle of two where it
 * falls between them. NaN for no values.
 */
export function quantileOfSorted(sorted: readonly number[], share: number): number {
  return sorted.length === 0 ? NaN : quantileSorted(sorted, share);
}
