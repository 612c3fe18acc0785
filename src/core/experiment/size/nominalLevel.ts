import type { Comparison } from './comparison';
import { tailLevel } from './criticalValue';

/** Chance of a false alarm that a comparison's test is meant to have: of both tails for two sides; a margin has one. */
export function nominalLevel(comparison: Comparison): number {
  const tail = tailLevel(comparison);
  return comparison.hypothesis === 'superiority' ? tail * comparison.sides : tail;
}
