import { exp } from '../elementary/exp';
import { log } from '../elementary/log';
import { devianceTerm } from '../special/devianceTerm';
import { type DirectTail, logTailOf, tailOf } from '../special/directTail';
import { gammaTail } from '../special/gammaTail';
import { stirlingError } from '../special/stirlingError';

/** Terms below this share of the largest, or of the sum, are left out. */
const negligible = 1e-20;

/** Half of each parameter: shape of the central part, mean of the Poisson weights, and half of x. */
interface Halves {
  readonly a: number;
  readonly lambda: number;
  readonly y: number;
}

/**
 * P(X <= x) (`side` lower) or P(X > x) (upper) of the noncentral chi-square distribution, computed directly where it
 * is the smaller part.
 *
 * Formula: gamma tails at shapes a + j, j = 0, 1, ..., weighted by Poisson masses with mean ncp / 2; both by
 * recurrence from the largest products outwards, in the direction in which the tail adds up and does not cancel.
 * Source: Benton and Krishnamoorthy, Computational Statistics and Data Analysis 43, 2003, 249-267.
 * Shape: `df` degrees of freedom, `ncp` the noncentrality, a sum of squared means; mean df + ncp.
 * Range: all x, 0 < df, 0 <= ncp (NaN elsewhere). Time grows with the root of ncp and x. Accuracy reached: 1e-12
 * relative up to df and ncp 10^4, 1e-10 up to 10^7, in the tails down to 1e-300.
 */
export function noncentralChiSquareTail(
  side: DirectTail['side'],
  x: number,
  df: number,
  ncp: number,
): number {
  if (!(df > 0) || !(ncp >= 0) || Number.isNaN(x)) return NaN;
  if (x <= 0) return side === 'lower' ? 0 : 1;
  if (x === Infinity) return side === 'lower' ? 1 : 0;
  const halves: Halves = { a: df / 2, lambda: ncp / 2, y: x / 2 };
  if (ncp === 0) return tailOf(gammaTail(halves.a, halves.y), side);
  const direct = x <= df + ncp ? 'lower' : 'upper';
  const peak = peakOf(halves);
  const sum = direct === 'lower' ? lowerSum(halves, peak) : upperSum(halves, peak);
  const tail = exp(logProductAt(halves, peak)) * sum;
  return side === direct ? tail : Math.max(0, 1 - tail);
}

/** Where Poisson mass times y^(a+j) e^-y / Γ(a+j+1) is largest. */
function peakOf({ a, lambda, y }: Halves): number {
  return Math.floor((2 * lambda * y) / (a + Math.sqrt(a * a + 4 * lambda * y)));
}

/** Logarithm of that product at j. */
function logProductAt({ a, lambda, y }: Halves, j: number): number {
  const weight =
    j === 0 ? -lambda : -stirlingError(j) - devianceTerm(j, lambda) - 0.5 * log(2 * Math.PI * j);
  const shape = a + j;
  return weight - stirlingError(shape) - devianceTerm(shape, y) - 0.5 * log(2 * Math.PI * shape);
}

/** Σ products · P(a+j, y) / (y^(a+j) e^-y / Γ(a+j+1)), products relative to that at the peak, from above. */
function lowerSum({ a, lambda, y }: Halves, peak: number): number {
  const both = lambda * y;
  let product = 1;
  let j = peak;
  while (product > negligible) {
    j += 1;
    product *= both / (j * (a + j));
  }
  let ratio = gammaTail(a + j, y).multiplier * (a + j);
  let sum = product * ratio;
  for (; j > 0; j -= 1) {
    product *= (j * (a + j)) / both;
    ratio = 1 + (ratio * y) / (a + j);
    const term = product * ratio;
    sum += term;
    if (j <= peak && term < negligible * sum) break;
  }
  return sum;
}

/** Σ products · Q(a+j, y) / (y^(a+j) e^-y / Γ(a+j+1)), products relative to that at the peak, from below. */
function upperSum({ a, lambda, y }: Halves, peak: number): number {
  const both = lambda * y;
  let product = 1;
  let j = peak;
  for (; j > 0 && product > negligible; j -= 1) product *= (j * (a + j)) / both;
  const tail = gammaTail(a + j, y);
  let ratio = exp(logTailOf(tail, 'upper') - tail.logFactor) * (a + j);
  let sum = product * ratio;
  for (;;) {
    j += 1;
    product *= both / (j * (a + j));
    ratio = ((ratio + 1) * (a + j)) / y;
    const term = product * ratio;
    sum += term;
    if (j > peak && term < negligible * sum) return sum;
  }
}
