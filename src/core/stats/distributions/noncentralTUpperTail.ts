import { noncentralTCdf } from './noncentralTCdf';

/**
 * P(T > t) of the noncentral t distribution, computed directly: (-t, -ncp) mirrored.
 *
 * Formula, shape, range and accuracy: as `noncentralTCdf`.
 */
export function noncentralTUpperTail(t: number, df: number, ncp: number): number {
  return noncentralTCdf(-t, df, -ncp);
}
