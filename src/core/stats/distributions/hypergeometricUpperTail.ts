import { hypergeometricTail } from './hypergeometricTail';
import type { HypergeometricParameters } from './hypergeometricPmf';

/**
 * P(X > count) of the hypergeometric distribution: the exact complement of `hypergeometricCdf`, so P(X >= k) is at
 * k - 1. Computed directly where it is the smaller part.
 *
 * Formula, range and accuracy: `hypergeometricTail`.
 */
export function hypergeometricUpperTail(
  count: number,
  parameters: HypergeometricParameters,
): number {
  return hypergeometricTail('upper', count, parameters);
}
