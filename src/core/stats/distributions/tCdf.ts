import { tUpperTail } from './tUpperTail';

/**
 * P(T <= t) of Student's t distribution. Small values (t < 0) are computed directly.
 *
 * Formula, source, shape, range and accuracy: as `tUpperTail`, by symmetry.
 */
export function tCdf(t: number, df: number): number {
  return tUpperTail(-t, df);
}
