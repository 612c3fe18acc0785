import { describe, expect, test } from 'vitest';
import { fitTraffic } from '../../../../../src/core/traffic/fit/fitTraffic';
import { readDailyCounts } from '../../../../../src/core/traffic/fit/readDailyCounts';
import { trafficNotes } from '../../../../../src/core/traffic/fit/trafficNotes';

const bytes = (text: string) => new TextEncoder().encode(text);

function fitOf(text: string) {
  const { value } = readDailyCounts(bytes(text));
  if (value === null) throw new Error('The counts of this test cannot be read.');
  const fit = fitTraffic(value);
  if (fit === null) throw new Error('The counts of this test are none.');
  return fit;
}

/** Rows from 1 March 2027, a Monday. */
const march = (counts: readonly (number | null)[]) =>
  counts
    .flatMap((count, i) =>
      count === null ? [] : [`2027-03-${String(i + 1).padStart(2, '0')},${count}`],
    )
    .join('\n');

const week = [1400, 1400, 1400, 1400, 1400, 700, 700];

test('level and pattern are the means by hand: 5 x 1,400 and 2 x 700 are 8,400 a week', () => {
  const fit = fitOf(march([...week, ...week]));
  expect(fit.newUnitsPerDay).toBe(1200);
  // 1400 / 1200 and 700 / 1200, to two decimals.
  expect(fit.weekday).toEqual([1.17, 1.17, 1.17, 1.17, 1.17, 0.58, 0.58]);
  expect(fit.dayToDay).toBe(0);
  expect(fit.trend).toBeNull();
});

test('the first weekday is known by the calendar: 3 March 2027 is a Wednesday', () => {
  const counts = [null, null, 30, 40, 50, 60, 70, 10, 20, 30, 40, 50, 60, 70, 10, 20];
  expect(fitOf(march(counts)).weekday).toEqual([0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75]);
});

test('holes and part weeks do not tilt it, and are said', () => {
  // A plain mean of the 19 counts is 1,216; Saturdays and Sundays are under-represented.
  const fit = fitOf(
    march([...week, ...week, ...week].map((c, i) => (i === 5 || i === 13 ? null : c))),
  );
  expect(fit.newUnitsPerDay).toBe(1200);
  expect(fit.missing).toEqual({ count: 2, first: ['2027-03-06', '2027-03-14'] });
  expect(trafficNotes(fit)[0]).toBe(
    '2 days between the first and the last have no count (2027-03-06, 2027-03-14). They are left out, not taken as 0.',
  );
});

test('one week is no pattern', () => {
  const fit = fitOf(march(week));
  expect(fit.weekday).toBeNull();
  expect(fit.newUnitsPerDay).toBe(1200);
  expect(trafficNotes(fit).join(' ')).toContain('cannot be known');
});

test('day to day variation and trend are those of R', () => {
  // R 4.2.2: x <- round(1000 * (1 + 0.02 * (0:27)) * rep(c(1.2,1.1,1.1,1,1,.8,.8), 4)); w <- rep(1:7, 4);
  // y <- x / tapply(x, w, mean)[w]; sqrt(sum((y-1)^2)/21); coef(lm(y ~ I(0:27)))[2] * 27
  const base = [1.2, 1.1, 1.1, 1, 1, 0.8, 0.8];
  const rising = Array.from({ length: 28 }, (_, i) =>
    Math.round(1000 * (1 + 0.02 * i) * (base[i % 7] ?? 1)),
  );
  const fit = fitOf(march(rising));
  expect(fit.dayToDay).toBeCloseTo(0.14252656905534, 9);
  expect(fit.trend).toBeCloseTo(0.39952777071103, 9);
  expect(trafficNotes(fit).join(' ')).toContain('Traffic grew by 40 % of its mean');
});

describe('what cannot be read is said with its line', () => {
  const rows: readonly (readonly [string, string, number])[] = [
    ['day,users\n2027-02-30,1', 'no day of the calendar', 2],
    ['2027-03-01,1\n2027-03-01,2', 'is there twice', 2],
    ['2027-03-01,-4', 'is no count', 1],
    ['2027-03-01,"1,200"', 'is no count', 1],
    ['2027-03-01,', 'is empty', 1],
    ['2027-03-01,1,2', 'has 3 columns', 1],
    ['2027-03-01', 'has 1 column.', 1],
    ['', 'no row with a day', 1],
    ['day,users\n', 'no row with a day', 1],
    ['2027-03-01,"1', 'never closed', 1],
    ['\u0000\u0000,\u0000', 'no row with a day', 1],
  ];
  test.each(rows)('%j', (text, message, line) => {
    const { value, diagnostics } = readDailyCounts(bytes(text));
    expect(value).toBeNull();
    expect(diagnostics[0]?.message).toContain(message);
    expect(diagnostics[0]?.span.start.line).toBe(line - 1);
  });

  test('ten wrong rows are enough to see what is wrong', () => {
    const { diagnostics } = readDailyCounts(bytes('x\n'.repeat(1000)));
    expect(diagnostics).toHaveLength(10);
  });
});

test('a time behind the day, CRLF and rows out of order are fine', () => {
  const { value } = readDailyCounts(bytes('2027-03-02T00:00:00Z,2\r\n2027-03-01,1\r\n'));
  expect(value).toEqual([
    { day: '2027-03-01', count: 1 },
    { day: '2027-03-02', count: 2 },
  ]);
});

test('days on which nobody came are kept and said', () => {
  const fit = fitOf(march([...week, ...week, 0, ...week.slice(1)]));
  expect(fit.emptyDays).toEqual(['2027-03-15']);
  expect(fitOf(march(Array.from({ length: 14 }, () => 0)))).toMatchObject({
    newUnitsPerDay: 0,
    weekday: null,
    byChance: null,
  });
});
