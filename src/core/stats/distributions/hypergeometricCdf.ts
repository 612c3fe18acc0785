import { hypergeometricTail } from './hypergeometricTail';
import type { HypergeometricParameters } from './hypergeometricPmf';

/**
 * P(X <= count) of the hypergeometric distribution, computed directly where it is the smaller part.
 *
 * Formula, range and accuracy: `hypergeometricTail`.
 */
export function hypergeometricCdf(count: number, parameters: HypergeometricParameters): number {
  return hypergeometricTail('lower', count, parameters);
}
