import { log } from '../elementary/log';
import { devianceTerm } from '../special/devianceTerm';
import { stirlingError } from '../special/stirlingError';
import { logBinomialMass } from './logBinomialMass';

/**
 * ln(P(X = k) / P(X = m)) of a binomial distribution: what the two masses have in common is left out.
 *
 * Formula and source: as `logBinomialMass`.
 * Range: whole 0 <= k <= trials, 0 < m < trials <= 2^53, 0 < probability < 1. Accuracy reached: as
 * `logBinomialMass`.
 */
export function logBinomialMassRatio(
  k: number,
  m: number,
  trials: number,
  probability: number,
): number {
  if (k <= 0 || k >= trials) {
    return logBinomialMass(k, trials, probability) - logBinomialMass(m, trials, probability);
  }
  const mean = trials * probability;
  const meanOfFailures = trials * (1 - probability);
  const kFailures = trials - k;
  const mFailures = trials - m;
  return (
    stirlingError(m) -
    stirlingError(k) +
    (stirlingError(mFailures) - stirlingError(kFailures)) +
    (devianceTerm(m, mean) - devianceTerm(k, mean)) +
    (devianceTerm(mFailures, meanOfFailures) - devianceTerm(kFailures, meanOfFailures)) +
    0.5 * log((m / k) * (mFailures / kFailures))
  );
}
