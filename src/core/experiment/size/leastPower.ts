import type { Comparison } from './comparison';
import { sizeMethodOf } from './sizeMethods';

/** Power of the comparison that has least, with `total` units in all variants; 1 for no comparisons. */
export function leastPower(comparisons: readonly Comparison[], total: number): number {
  let least = 1;
  for (const comparison of comparisons) {
    least = Math.min(least, sizeMethodOf(comparison.metric).power(comparison, total));
  }
  return least;
}
