import { log } from '../elementary/log';
import { logTailOf } from '../special/directTail';
import { binomialCertainty } from './binomialCertainty';
import { binomialTail } from './binomialTail';

/**
 * ln P(X > successes) of the binomial distribution, which does not underflow; P(X >= k) is at k - 1.
 *
 * Formula, shape, range and accuracy: as `logBinomialCdf`.
 */
export function logBinomialUpperTail(
  successes: number,
  trials: number,
  probability: number,
): number {
  const k = Math.floor(successes);
  const certain = binomialCertainty(k, trials, probability);
  if (certain !== undefined) return log(1 - certain);
  return logTailOf(binomialTail(k, trials, probability), 'lower');
}
