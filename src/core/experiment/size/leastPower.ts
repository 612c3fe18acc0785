import type { Comparison } from './comparison';
import { sizeMethodOf } from './sizeMethods';

/**
 * Power of the comparison that has least, with `total` units in all variants; 1 for no comparisons. Where all primary
 * metrics have to show their effect: at least the chance that they do, of the treatment that has least.
 */
export function leastPower(comparisons: readonly Comparison[], total: number): number {
  let least = 1;
  const misses = new Map<number, number>();
  for (const comparison of comparisons) {
    const power = sizeMethodOf(comparison.metric).power(comparison, total);
    const before = comparison.success === 'all' ? (misses.get(comparison.treatmentIndex) ?? 0) : 0;
    misses.set(comparison.treatmentIndex, before + 1 - power);
    least = Math.min(least, before === 0 ? power : 1 - before - (1 - power));
  }
  return Math.max(0, least);
}
