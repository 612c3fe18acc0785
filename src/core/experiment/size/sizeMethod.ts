import type { Comparison } from './comparison';
import type { SizeDefinition } from './sizeAnswer';

/**
 * How one test answers the questions of planning. Sizes are totals over all variants of the experiment,
 * unrounded; a comparison's shares say how much of it is its own.
 */
export interface SizeMethod {
  readonly definition: (sides: 1 | 2) => SizeDefinition;
  /** Total at which the comparison has this power; it is above the power at size 0. */
  readonly totalSampleSize: (comparison: Comparison, power: number) => number;
  /** Power at this total, 0 to 1. */
  readonly power: (comparison: Comparison, total: number) => number;
  /**
   * Smallest effect in the comparison's direction that has this power at this total, in the metric's own
   * unit and with its sign; null where no value the metric can take is far enough away.
   */
  readonly minimumDetectableEffect: (
    comparison: Comparison,
    total: number,
    power: number,
  ) => number | null;
}
