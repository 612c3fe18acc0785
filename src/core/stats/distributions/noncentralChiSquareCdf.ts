import { noncentralChiSquareTail } from './noncentralChiSquareTail';

/**
 * P(X <= x) of the noncentral chi-square distribution with `df` degrees of freedom and noncentrality `ncp`.
 *
 * Formula, range and accuracy: `noncentralChiSquareTail`.
 */
export function noncentralChiSquareCdf(x: number, df: number, ncp: number): number {
  return noncentralChiSquareTail('lower', x, df, ncp);
}
