import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { tUpperTail } from '../../stats/distributions/tUpperTail';
import type { LaunchData } from '../launch/launchData';
import type { LaunchStatistic } from './launchStatistic';
import type { ReadDifference } from './measuredDifference';

/** A difference over its standard error, against a null difference. */
export function waldStatistic(
  read: ReadDifference,
  {
    nullDifference = 0,
    degreesOfFreedom,
  }: {
    readonly nullDifference?: number;
    /** Left out: the score is normal. */
    readonly degreesOfFreedom?: (launch: LaunchData, step: number) => number;
  } = {},
): LaunchStatistic {
  const found = { estimate: NaN, variance: NaN };
  return {
    score: (launch, step) => {
      read(launch, step, found);
      const t = (found.estimate - nullDifference) / Math.sqrt(found.variance);
      return degreesOfFreedom === undefined ? t : normalScoreOf(t, degreesOfFreedom(launch, step));
    },
  };
}

/** From so many degrees of freedom the series is right to 1e-7 where results are decided. */
const manyDegrees = 200;

/**
 * The standard normal score with the same tail as Student's t.
 *
 * Formula: the Cornish-Fisher series from 200 degrees of freedom and |t| < 6, else by the tail itself.
 * Source: Abramowitz and Stegun 26.7.5 (its inverse). Accuracy reached: 2e-7 for |t| < 6.
 */
export function normalScoreOf(t: number, degreesOfFreedom: number): number {
  const v = degreesOfFreedom;
  if (v >= manyDegrees && Math.abs(t) < 6) {
    const s = t * t;
    const first = (s + 1) / 4;
    const second = ((13 * s + 8) * s + 3) / 96;
    const third = (((35 * s + 19) * s + 1) * s - 15) / 384;
    return t * (1 - (first - (second - third / v) / v) / v);
  }
  const tail = tUpperTail(Math.abs(t), v);
  const size = -normalQuantile(Math.max(tail, 1e-300));
  return t < 0 ? -size : size;
}
