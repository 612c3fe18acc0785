import { log } from '../elementary/log';
import { devianceTerm } from './devianceTerm';
import { stirlingError } from './stirlingError';

const logTwoPi = 1.8378770664093453;

/**
 * ln(x^a y^b / B(a, b)), the logarithm of the beta density of ln(x / y): in saddle-point form, so that nothing large
 * cancels.
 *
 * Source: Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
 * Shape: `y` is 1 - x. Range: 0 < x < 1, a and b from 0.01 to 10^9. Accuracy reached: see `betaCdf`.
 */
export function logBetaFactor(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  return (
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    devianceTerm(a, n * x) -
    devianceTerm(b, n * y) +
    0.5 * (log(a * (b / n)) - logTwoPi)
  );
}
