/** How requests are spread over a day. */
export interface DailyShape {
  /** Of each of the 24 hours: its rate over the mean of the day; their mean is 1. */
  readonly factors: readonly number[];
  /** Second of the day at which the launch starts. */
  readonly startSeconds: number;
}

/** cos(2π h / 24) for h = 0 to 6; the rest by symmetry. */
const cosines = [
  1,
  0.9659258262890683,
  0.8660254037844386,
  Math.SQRT1_2,
  0.5,
  0.25881904510252074,
  0,
] as const;

/** Cosine of so many hours of 24. */
function cosineOfHour(hour: number): number {
  const h = ((hour % 24) + 24) % 24;
  const folded = h > 12 ? 24 - h : h;
  const value = cosines[folded <= 6 ? folded : 12 - folded] ?? 0;
  return folded <= 6 ? value : -value;
}

/**
 * A day with one peak: the rate of hour h is 1 + swing cos(2π (h - peak) / 24) times the mean, constant within the hour.
 * `swing` is 0 to 1, `peakHour` a whole hour, `startSeconds` the second of the day at which the launch starts.
 */
export function dailyShape({
  swing,
  peakHour,
  startSeconds,
}: {
  readonly swing: number;
  readonly peakHour: number;
  readonly startSeconds: number;
}): DailyShape {
  const factors = Array.from({ length: 24 }, (_, h) => 1 + swing * cosineOfHour(h - peakHour));
  return { factors, startSeconds };
}
