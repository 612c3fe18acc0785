import type { SequentialAnswer } from './sequentialAnswer';

/** One look in a chart of bounds: standard errors, in the planned direction, over days or units. */
export interface BoundsPoint {
  readonly look: number;
  /** Null without traffic; then `total` is the scale. */
  readonly day: number | null;
  /** Units in all variants. */
  readonly total: number;
  /** From here up: success. Null where no result is enough. */
  readonly success: number | null;
  /** From here down: significant the wrong way. */
  readonly harm: number | null;
  /** From here down (two-sided: within, on both sides of 0): stops for futility. */
  readonly futility: number | null;
  /** Where z is expected if the planned effect is there. */
  readonly expected: number;
  /** Chance to have stopped by the end of this look, 0 to 1. */
  readonly stoppedIfEffect: number;
  readonly stoppedIfNone: number;
}

/**
 * The bounds of a plan look by look, for a chart: bounds, where z is expected, and how likely it is to have ended by
 * then.
 */
export function boundsCurve(answer: SequentialAnswer): readonly BoundsPoint[] {
  let stoppedIfEffect = 0;
  let stoppedIfNone = 0;
  return answer.looks.map((look, k) => {
    stoppedIfEffect += answer.stopProbability.effect[k] ?? 0;
    stoppedIfNone += answer.stopProbability.null[k] ?? 0;
    return {
      look: look.look,
      day: look.day,
      total: look.total,
      success: look.bound,
      harm: look.lowerBound,
      futility: look.futilityBound,
      expected: answer.drift * Math.sqrt(look.fraction),
      stoppedIfEffect,
      stoppedIfNone,
    };
  });
}
