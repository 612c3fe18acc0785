import { tailOf } from '../special/directTail';
import { binomialCertainty } from './binomialCertainty';
import { binomialTail } from './binomialTail';

/**
 * P(X <= successes) of the binomial distribution, computed directly where it is the smaller part.
 * `binomialUpperTail` is its exact complement.
 *
 * Formula and source: the incomplete beta function, `binomialTail`.
 * Shape: successes among `trials`, each with `probability`; a fraction of a success is cut off.
 * Range: whole 0 <= trials <= 10^9, 0 <= probability <= 1 (NaN elsewhere). Accuracy reached: 1e-12 relative up to
 * 10^4 trials, 1e-10 up to 10^7, 1e-9 in tails down to 1e-300. Below that take `logBinomialCdf`.
 */
export function binomialCdf(successes: number, trials: number, probability: number): number {
  const k = Math.floor(successes);
  const certain = binomialCertainty(k, trials, probability);
  return certain ?? tailOf(binomialTail(k, trials, probability), 'upper');
}
