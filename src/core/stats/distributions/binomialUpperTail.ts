import { tailOf } from '../special/directTail';
import { binomialCertainty } from './binomialCertainty';
import { binomialTail } from './binomialTail';

/**
 * P(X > successes) of the binomial distribution: the exact complement of `binomialCdf`, so P(X >= k) is
 * binomialUpperTail(k - 1, ...). Computed directly where it is the smaller part.
 *
 * Formula, source, shape, range and accuracy: as `binomialCdf`.
 */
export function binomialUpperTail(successes: number, trials: number, probability: number): number {
  const k = Math.floor(successes);
  const certain = binomialCertainty(k, trials, probability);
  if (certain !== undefined) return 1 - certain;
  return tailOf(binomialTail(k, trials, probability), 'lower');
}
