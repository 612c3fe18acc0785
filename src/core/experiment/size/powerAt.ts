import type { Plan } from '../plan/planSchema';
import { leastPower } from './leastPower';
import { planComparisons } from './planComparisons';

/**
 * Power of the plan's test with `total` units in all variants: of the comparison that has least, where
 * there are several.
 *
 * Shape: 0 to 1; `total` need not be whole. Throws RangeError for a plan without a comparison (no primary
 * metric, one variant), which no reader lets through.
 */
export function powerAt(plan: Plan, total: number): number {
  const comparisons = planComparisons(plan);
  if (comparisons.length === 0) throw new RangeError('The plan compares nothing.');
  return leastPower(comparisons, total);
}
