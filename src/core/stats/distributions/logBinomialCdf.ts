import { log } from '../elementary/log';
import { logTailOf } from '../special/directTail';
import { binomialCertainty } from './binomialCertainty';
import { binomialTail } from './binomialTail';

/**
 * ln P(X <= successes) of the binomial distribution, which does not underflow.
 *
 * Formula, shape and range: as `binomialCdf`. Accuracy reached: 1e-9 absolute (that is, relative for the probability)
 * while the probability is above 1e-300, 1e-12 of the logarithm below.
 */
export function logBinomialCdf(successes: number, trials: number, probability: number): number {
  const k = Math.floor(successes);
  const certain = binomialCertainty(k, trials, probability);
  if (certain !== undefined) return log(certain);
  return logTailOf(binomialTail(k, trials, probability), 'upper');
}
