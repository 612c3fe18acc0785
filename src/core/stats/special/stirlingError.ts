import { log1p } from '../elementary/log1p';
import { stirlingSeries } from './stirlingSeries';

/**
 * ln Γ(x + 1) - ((x + ½) ln x - x + ½ ln 2π): the error of Stirling's formula, the small part of a
 * mass function in saddle-point form.
 *
 * Formula: Stirling's series from 10 up; below, error(x) = error(x + 1) + (x + ½) ln(1 + 1/x) - 1.
 * Source: Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
 * Range: x > 0. Accuracy reached: 1e-15 absolute.
 */
export function stirlingError(x: number): number {
  let lifted = x;
  let sum = 0;
  while (lifted < 10) {
    sum += (lifted + 0.5) * log1p(1 / lifted) - 1;
    lifted += 1;
  }
  return sum + stirlingSeries(lifted);
}
