import { betaTail } from '../special/betaTail';
import type { DirectTail } from '../special/directTail';

/**
 * P(X <= successes) (side upper of the beta function) and P(X > successes) (side lower) of a binomial distribution.
 *
 * Formula: P(X > k) = I_p(k + 1, n - k).
 * Source: Abramowitz and Stegun 26.5.24.
 * Range: whole 0 <= successes < trials, 0 < probability < 1. Accuracy reached: see `binomialCdf`.
 */
export function binomialTail(successes: number, trials: number, probability: number): DirectTail {
  return betaTail(probability, 1 - probability, successes + 1, trials - successes);
}
