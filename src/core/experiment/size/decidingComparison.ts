import type { Plan } from '../plan/planSchema';
import type { Comparison } from './comparison';
import { planComparisons } from './planComparisons';
import { sizeMethodOf } from './sizeMethods';

/** A comparison and the total, unrounded, at which it has the planned power. */
export interface Need {
  readonly comparison: Comparison;
  readonly total: number;
}

/** The comparison that needs most units, the first of equals; null where the plan has none. */
export function decidingComparison(plan: Plan): Need | null {
  let deciding: Need | null = null;
  for (const comparison of planComparisons(plan)) {
    const total = sizeMethodOf(comparison.metric).totalSampleSize(comparison, comparison.power);
    if (deciding === null || total > deciding.total) deciding = { comparison, total };
  }
  return deciding;
}
