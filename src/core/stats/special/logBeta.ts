import { log } from '../elementary/log';
import { log1p } from '../elementary/log1p';
import { stirlingError } from './stirlingError';

const logTwoPi = 1.8378770664093453;

/**
 * ln B(a, b), B the beta function, without a difference of large log-gammas.
 *
 * Formula: Stirling's, with its errors: ½ ln(2π n / (a b)) + a ln(a / n) + b ln(b / n) + error(a) + error(b) - error(n)
 * with n = a + b; of the two logarithms the one close to 0 as ln(1 - smaller / n).
 * Source: Abramowitz and Stegun 6.2.2 and 6.1.41.
 * Range: a and b positive. Accuracy reached: 1e-14 relative to the larger of 1 and the result.
 */
export function logBeta(a: number, b: number): number {
  const smaller = Math.min(a, b);
  const larger = Math.max(a, b);
  const n = a + b;
  return (
    0.5 * (logTwoPi - log(smaller * (larger / n))) +
    smaller * log(smaller / n) +
    larger * log1p(-smaller / n) +
    stirlingError(smaller) +
    (stirlingError(larger) - stirlingError(n))
  );
}
