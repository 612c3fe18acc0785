import { daysBetween } from '../../model/daysBetween';
import { dayText } from '../../model/dayText';
import { mean } from '../../stats/descriptive';
import type { DailyCount } from './dailyCount';

/** What the counts of past days say of the days to come. */
export interface TrafficFit {
  readonly firstDay: string;
  readonly lastDay: string;
  /** Days with a count. */
  readonly days: number;
  /** New units on an average day of a week, each weekday as often as the others. */
  readonly newUnitsPerDay: number;
  /** Factors Monday first, 1 on average; null where a weekday was seen less than twice. */
  readonly weekday: readonly number[] | null;
  /** Days between the first and the last that have no count: how many, and the first ones. */
  readonly missing: { readonly count: number; readonly first: readonly string[] };
  /** Days with a count of 0 on a weekday that usually has some. */
  readonly emptyDays: readonly string[];
  /** How much a day is off what its weekday has on average, as a share: the standard deviation. Null for too few days. */
  readonly dayToDay: number | null;
  /** What chance alone would make of it: 1 / √units. Null where nobody came. */
  readonly byChance: number | null;
  /** Change from the first day to the last along a straight line, as a share of the mean; null where no clear one is there. */
  readonly trend: number | null;
}

/** Each weekday has to be seen this often: once is no pattern. */
const leastOfAWeekday = 2;

/** A trend is said where it is this many times its standard error, and changes traffic by a tenth or more. */
const clearTrend = { timesError: 3, share: 0.1 };

/** Names of missing days that are said. */
const mostNamed = 3;

/** 0: Monday. 2024-01-01 was one. */
function weekdayOf(day: string): number {
  return ((daysBetween('2024-01-01', day) % 7) + 7) % 7;
}

interface Weekdays {
  /** Mean count of each weekday, Monday first; NaN for one that was not seen. */
  readonly means: readonly number[];
  readonly isPattern: boolean;
}

function weekdaysOf(counts: readonly DailyCount[]): Weekdays {
  const byWeekday = Array.from({ length: 7 }, (_, weekday) =>
    counts.filter(({ day }) => weekdayOf(day) === weekday).map(({ count }) => count),
  );
  return {
    means: byWeekday.map(mean),
    isPattern: byWeekday.every(({ length }) => length >= leastOfAWeekday),
  };
}

/** A count as a multiple of what its weekday has on average; NaN for a weekday on which nobody ever came. */
function relativeCounts(
  counts: readonly DailyCount[],
  { means, isPattern }: Weekdays,
  level: number,
): readonly number[] {
  return counts.map(
    ({ day, count }) => count / (isPattern ? (means[weekdayOf(day)] ?? level) : level),
  );
}

function missingDays(counts: readonly DailyCount[]): TrafficFit['missing'] {
  const first: string[] = [];
  let count = 0;
  counts.forEach(({ day }, index) => {
    const before = counts[index - 1]?.day;
    if (before === undefined) return;
    const gap = daysBetween(before, day) - 1;
    for (let i = 1; i <= gap && first.length < mostNamed; i += 1)
      first.push(dayText(daysBetween('1970-01-01', before) + i));
    count += gap;
  });
  return { count, first };
}

/** Least squares of the relative counts over the days. */
function trendOf(counts: readonly DailyCount[], relative: readonly number[]): number | null {
  const start = counts[0]?.day ?? '';
  const points = counts
    .map(({ day }, index) => ({ x: daysBetween(start, day), y: relative[index] as number }))
    .filter(({ y }) => Number.isFinite(y));
  if (points.length < 14) return null;
  const middle = mean(points.map(({ x }) => x));
  const level = mean(points.map(({ y }) => y));
  let sxx = 0;
  let sxy = 0;
  for (const { x, y } of points) {
    sxx += (x - middle) * (x - middle);
    sxy += (x - middle) * (y - level);
  }
  const slope = sxy / sxx;
  let residual = 0;
  for (const { x, y } of points) {
    const off = y - level - slope * (x - middle);
    residual += off * off;
  }
  const error = Math.sqrt(residual / (points.length - 2) / sxx);
  const change = slope * (points.at(-1)?.x ?? 0);
  const isClear = Math.abs(slope) > clearTrend.timesError * error;
  return isClear && Math.abs(change) >= clearTrend.share ? change : null;
}

/** Two decimals: more would be noise of the days that were counted. */
function factorsOf(means: readonly number[], level: number): readonly number[] {
  return means.map((each) => Math.round((each / level) * 100) / 100);
}

/**
 * Fits level and weekday pattern to counts of days, which are in the order of the calendar: the mean of each weekday, and
 * the mean of the seven, so that holes and part weeks do not tilt it. Null for no counts.
 */
export function fitTraffic(counts: readonly DailyCount[]): TrafficFit | null {
  const [first] = counts;
  const last = counts.at(-1);
  if (first === undefined || last === undefined) return null;
  const weekdays = weekdaysOf(counts);
  const level = mean(weekdays.isPattern ? weekdays.means : counts.map(({ count }) => count));
  const relative = relativeCounts(counts, weekdays, level);
  const known = relative.filter(Number.isFinite);
  const free = known.length - (weekdays.isPattern ? 7 : 1);
  const squares = known.reduce((sum, each) => sum + (each - 1) * (each - 1), 0);
  return {
    firstDay: first.day,
    lastDay: last.day,
    days: counts.length,
    newUnitsPerDay: Math.round(level),
    weekday: weekdays.isPattern && level > 0 ? factorsOf(weekdays.means, level) : null,
    missing: missingDays(counts),
    emptyDays: counts
      .filter((each, i) => each.count === 0 && relative[i] === 0)
      .map(({ day }) => day),
    dayToDay: free > 0 ? Math.sqrt(squares / free) : null,
    byChance: level > 0 ? 1 / Math.sqrt(level) : null,
    trend: trendOf(counts, relative),
  };
}
