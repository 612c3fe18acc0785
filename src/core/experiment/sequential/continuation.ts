import type { LookBound } from './lookBound';

/** An interval of scores in which the experiment goes on. */
export interface ScoreInterval {
  readonly low: number;
  readonly high: number;
}

/** Where nothing stops on the low side: a standard normal score is not below it (2e-33). */
const lowestScore = -12;

/** Where nothing stops on the high side: chances beyond cannot be told from 0 (1e-300), even with an effect. */
const highestScore = 38;

/** Intervals of the score S = z √fraction in which the experiment goes on after this look, rising. */
export function continuation({
  fraction,
  lower,
  upper,
  futility,
}: LookBound): readonly ScoreInterval[] {
  const root = Math.sqrt(fraction);
  // With neither bound it may be a look of a symmetric design, whose region has to mirror itself.
  const lowest = upper === Infinity ? -highestScore : lowestScore;
  const low = root * (lower === -Infinity ? lowest : lower);
  const high = root * Math.min(upper, highestScore);
  const parts =
    futility === null
      ? [{ low, high }]
      : [
          { low, high: Math.min(high, root * futility.low) },
          { low: Math.max(low, root * futility.high), high },
        ];
  return parts.filter((part) => part.high > part.low);
}
