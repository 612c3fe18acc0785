import type { Plan } from '../plan/planSchema';
import type { Comparison } from './comparison';
import { planComparisons } from './planComparisons';
import { sizeMethodOf } from './sizeMethods';

/** A comparison and the total, unrounded, at which it has the planned power. */
export interface Need {
  readonly comparison: Comparison;
  readonly total: number;
}

/** Plans are never changed: what one needs is worked out once, which exact tests make worth while. */
const known = new WeakMap<Plan, Need | null>();

/** The comparison that needs most units, the first of equals; null where the plan has none. */
export function decidingComparison(plan: Plan): Need | null {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const found = mostNeedy(plan);
  known.set(plan, found);
  return found;
}

function mostNeedy(plan: Plan): Need | null {
  let deciding: Need | null = null;
  for (const comparison of planComparisons(plan)) {
    const total = sizeMethodOf(comparison.metric).totalSampleSize(comparison, comparison.power);
    if (deciding === null || total > deciding.total) deciding = { comparison, total };
  }
  return deciding;
}
