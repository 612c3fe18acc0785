import type { Comparison } from '../comparison';
import { enumeratedPower } from '../enumerated/enumeratedPower';
import { groupSizes } from '../enumerated/groupSizes';
import { isEnumerable } from '../enumerated/isEnumerable';
import { expandedPower } from './expandedPower';
import { rankPower } from './rankPower';

/** Power by more than the normal formula, and how it was found. */
export interface RefinedPower {
  readonly power: number;
  readonly by: 'enumeration' | 'expansion';
}

/** One look at the end, of units that are independent and recorded as they are. */
export function isRefinable({ analysis, inflation }: Comparison): boolean {
  return analysis.kind === 'fixed-horizon' && inflation === 1;
}

/**
 * Power of a comparison's own test at a total of independent units, nearer to the truth than its formula: all outcomes of two
 * counts gone through, else the next terms of the normal approximation. Null where neither is known.
 */
export function refinedPower(comparison: Comparison, total: number): RefinedPower | null {
  if (!isRefinable(comparison)) return null;
  if (isEnumerable(comparison)) {
    const power = enumeratedPower(comparison, groupSizes(comparison, total));
    if (power !== null) return { power, by: 'enumeration' };
  }
  const power =
    comparison.metric.test === 'mann-whitney'
      ? rankPower(comparison, total)
      : expandedPower(comparison, total);
  return power === null || Number.isNaN(power) ? null : { power, by: 'expansion' };
}
