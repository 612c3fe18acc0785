import { log } from '../elementary/log';
import { log1p } from '../elementary/log1p';
import { devianceTerm } from '../special/devianceTerm';
import { stirlingError } from '../special/stirlingError';

const halfLogTwoPi = 0.9189385332046728;

/**
 * ln P(X = successes) of a binomial distribution.
 *
 * Formula: saddle point: -½ ln(2π k (n - k) / n) plus Stirling errors minus the deviances of k from
 * np and of n - k from nq. No difference of large log-gammas, so it holds for any n.
 * Source: Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
 * Range: whole 0 <= successes <= trials <= 2^53, 0 < probability < 1. Accuracy reached: 1e-13
 * absolute (that is, relative for the mass) within 10 standard deviations for n up to 10^6, 1e-9 for
 * n up to 10^12.
 */
export function logBinomialMass(successes: number, trials: number, probability: number): number {
  if (successes < 0 || successes > trials) return -Infinity;
  if (successes === 0) return trials * log1p(-probability);
  if (successes === trials) return trials * log(probability);
  const failures = trials - successes;
  return (
    stirlingError(trials) -
    stirlingError(successes) -
    stirlingError(failures) -
    devianceTerm(successes, trials * probability) -
    devianceTerm(failures, trials * (1 - probability)) -
    halfLogTwoPi -
    0.5 * log(successes * (failures / trials))
  );
}
