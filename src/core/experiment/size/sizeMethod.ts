import type { Comparison } from './comparison';
import type { SizeDefinition } from './sizeAnswer';

/**
 * How one test answers the questions of planning. Sizes are totals over all variants of the experiment,
 * unrounded; a comparison's shares say how much of it is its own. Totals count independent recorded units:
 * what stretches them (clusters, CUPED, sampling) is put on top by `stretchedMethod`.
 */
export interface SizeMethod {
  readonly definition: (
    comparison: Pick<Comparison, 'sides' | 'hypothesis' | 'enumerated'>,
  ) => SizeDefinition;
  /** Whether it can be sized for a margin (non-inferiority, equivalence). */
  readonly margins: boolean;
  /** Exact tests: sizes are whole numbers and power is a saw-tooth. */
  readonly exact?: true;
  /** Each unit has both variants. */
  readonly paired?: true;
  /** Total at which the comparison has this power; Infinity where no total has. */
  readonly totalSampleSize: (comparison: Comparison, power: number) => number;
  /** Power at this total, 0 to 1. */
  readonly power: (comparison: Comparison, total: number) => number;
  /**
   * Smallest effect in the comparison's direction that has this power at this total, in the metric's own
   * unit and with its sign; null where no value the metric can take is far enough away. With a margin: the
   * smallest margin, positive.
   */
  readonly minimumDetectableEffect: (
    comparison: Comparison,
    total: number,
    power: number,
  ) => number | null;
}
