import { exp } from '../elementary/exp';
import { devianceTerm } from '../special/devianceTerm';
import { stirlingError } from '../special/stirlingError';

/**
 * P(X = count) of the Poisson distribution.
 *
 * Formula: saddle point, e^(-stirling error - deviance of count from mean) / √(2π count).
 * Source: Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
 * Range: mean >= 0 (NaN elsewhere); 0 where `count` is negative or not whole. Accuracy reached: 1e-12 relative up to
 * a mean of 10^6, 1e-11 up to 10^7, within 10 standard deviations.
 */
export function poissonPmf(count: number, mean: number): number {
  if (!(mean >= 0) || Number.isNaN(count)) return NaN;
  if (!Number.isInteger(count) || count < 0) return 0;
  if (count === 0) return exp(-mean);
  if (mean === 0) return 0;
  return exp(-stirlingError(count) - devianceTerm(count, mean)) / Math.sqrt(2 * Math.PI * count);
}
