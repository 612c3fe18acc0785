import { betaTail } from '../special/betaTail';
import { tailOf } from '../special/directTail';

/**
 * P(X <= count) of the negative binomial distribution, given by its size and mean (see `negativeBinomialPmf`), computed
 * directly where it is the smaller part.
 *
 * Formula: I_p(size, count + 1) with p = size / (size + mean).
 * Source: Abramowitz and Stegun 26.5.26.
 * Range: size > 0, mean >= 0 (NaN elsewhere); a fraction of `count` is cut off. Accuracy reached: as `betaCdf`.
 */
export function negativeBinomialCdf(count: number, size: number, mean: number): number {
  if (!(size > 0) || !(mean >= 0) || Number.isNaN(count)) return NaN;
  if (count < 0) return 0;
  if (count === Infinity || mean === 0) return 1;
  const whole = size + mean;
  const tail = betaTail(size / whole, mean / whole, size, Math.floor(count) + 1);
  return tailOf(tail, 'lower');
}
