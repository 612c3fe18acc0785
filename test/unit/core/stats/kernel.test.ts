import { describe, expect, test } from 'vitest';
import { chiSquareUpperTail } from '../../../../src/core/stats/distributions/chiSquareUpperTail';
import { logBinomialMass } from '../../../../src/core/stats/distributions/logBinomialMass';
import { normalQuantile } from '../../../../src/core/stats/distributions/normalQuantile';
import { normalUpperTail } from '../../../../src/core/stats/distributions/normalUpperTail';
import { exp } from '../../../../src/core/stats/elementary/exp';
import { log } from '../../../../src/core/stats/elementary/log';
import { log1p } from '../../../../src/core/stats/elementary/log1p';
import { devianceTerm } from '../../../../src/core/stats/special/devianceTerm';
import { erfc } from '../../../../src/core/stats/special/erfc';
import { logGamma } from '../../../../src/core/stats/special/logGamma';
import { scaledErfc } from '../../../../src/core/stats/special/scaledErfc';
import { stirlingError } from '../../../../src/core/stats/special/stirlingError';
import { readFixture } from '../../../support/readFixture';

type Row = readonly [args: readonly number[], head: number, rest: number];
const { tables } = readFixture('stats/kernel.json') as {
  readonly tables: Readonly<Record<string, readonly Row[]>>;
};

type Measure = (computed: number, [, head, rest]: Row) => number;

const difference: Measure = (computed, [, head, rest]) =>
  computed === head ? Math.abs(rest) : Math.abs(computed - head - rest);

/** Distance between neighbouring doubles at the right value. */
function spacing(value: number): number {
  const size = Math.abs(value);
  return size < 2 ** -1022 ? 2 ** -1074 : 2 ** (Math.floor(Math.log2(size)) - 52);
}

const ulps: Measure = (computed, row) => difference(computed, row) / spacing(row[1]);
const relative: Measure = (computed, row) =>
  difference(computed, row) === 0 ? 0 : difference(computed, row) / Math.abs(row[1]);
const absolute: Measure = difference;
/** Relative to the larger of 1 and the value. */
const mixed: Measure = (computed, row) => difference(computed, row) / Math.max(1, Math.abs(row[1]));

/** Worst error over the rows of a table; NaN counts as infinitely wrong. */
function worst(
  table: string,
  measure: Measure,
  compute: (...args: number[]) => number,
  only?: (row: Row) => boolean,
): number {
  const rows = tables[table] ?? [];
  const chosen = only === undefined ? rows : rows.filter(only);
  expect(chosen.length).toBeGreaterThan(20);
  return Math.max(
    ...chosen.map((row) => {
      const error = measure(compute(...row[0]), row);
      return Number.isNaN(error) ? Infinity : error;
    }),
  );
}

/** The accuracies that the files of core/stats name; values from 50-digit mpmath. */
const accuracies: readonly (readonly [
  name: string,
  unit: string,
  limit: number,
  error: () => number,
])[] = [
  ['exp', 'ulp', 0.9, () => worst('exp', ulps, exp)],
  ['log', 'ulp', 0.9, () => worst('log', ulps, log)],
  ['log1p', 'ulp', 1.3, () => worst('log1p', ulps, log1p)],
  ['scaledErfc', 'relative', 1e-15, () => worst('scaledErfc', relative, scaledErfc)],
  ['erfc', 'relative', 1e-15, () => worst('erfc', relative, erfc)],
  ['normalUpperTail', 'relative', 1e-15, () => worst('normalUpperTail', relative, normalUpperTail)],
  ['normalQuantile', 'relative', 1e-15, () => worst('normalQuantile', relative, normalQuantile)],
  ['logGamma', 'relative', 2e-15, () => worst('logGamma', relative, logGamma)],
  ['stirlingError', 'absolute', 2e-15, () => worst('stirlingError', absolute, stirlingError)],
  ['devianceTerm', 'of max(1, value)', 5e-15, () => worst('devianceTerm', mixed, devianceTerm)],
  [
    'chiSquareUpperTail',
    'relative',
    2e-13,
    () => worst('chiSquareUpperTail', relative, chiSquareUpperTail),
  ],
  [
    'logBinomialMass to n = 10^6',
    'absolute',
    1e-12,
    () => worst('logBinomialMass', absolute, logBinomialMass, ([[, n]]) => (n ?? 0) <= 1e6),
  ],
  [
    'logBinomialMass to n = 10^12',
    'absolute',
    1e-8,
    () => worst('logBinomialMass', absolute, logBinomialMass),
  ],
];

describe('the kernel keeps the accuracy it names', () => {
  test.each(accuracies)('%s (%s error below %f)', (name, unit, limit, error) => {
    const e = error();
    if (process.env['SHOW_ACCURACY']) process.stderr.write(`${name} ${e} ${unit}\n`);
    expect(e).toBeLessThan(limit);
  });
});

describe('the ends of the ranges', () => {
  const ends: readonly (readonly [what: string, computed: number, expected: number])[] = [
    ['exp(-Infinity)', exp(-Infinity), 0],
    ['exp(Infinity)', exp(Infinity), Infinity],
    ['exp(710)', exp(710), Infinity],
    ['exp(-746)', exp(-746), 0],
    ['exp(0)', exp(0), 1],
    ['exp(NaN)', exp(NaN), NaN],
    ['log(0)', log(0), -Infinity],
    ['log(1)', log(1), 0],
    ['log(-1)', log(-1), NaN],
    ['log(NaN)', log(NaN), NaN],
    ['log(Infinity)', log(Infinity), Infinity],
    ['log1p(-1)', log1p(-1), -Infinity],
    ['log1p(0)', log1p(0), 0],
    ['log1p(Infinity)', log1p(Infinity), Infinity],
    ['erfc(0)', erfc(0), 1],
    ['erfc(-30)', erfc(-30), 2],
    ['erfc(30)', erfc(30), 0],
    ['normalUpperTail(0)', normalUpperTail(0), 0.5],
    ['normalUpperTail(-40)', normalUpperTail(-40), 1],
    ['normalUpperTail(Infinity)', normalUpperTail(Infinity), 0],
    ['normalUpperTail(NaN)', normalUpperTail(NaN), NaN],
    ['normalQuantile(0)', normalQuantile(0), -Infinity],
    ['normalQuantile(1)', normalQuantile(1), Infinity],
    ['normalQuantile(0.5)', normalQuantile(0.5), 0],
    ['normalQuantile(1.1)', normalQuantile(1.1), NaN],
    ['logGamma(1)', logGamma(1), 0],
    ['logGamma(2)', logGamma(2), 0],
    ['logGamma(0)', logGamma(0), NaN],
    ['chiSquareUpperTail(0, 3)', chiSquareUpperTail(0, 3), 1],
    ['chiSquareUpperTail(Infinity, 3)', chiSquareUpperTail(Infinity, 3), 0],
    ['chiSquareUpperTail(-1, 3)', chiSquareUpperTail(-1, 3), NaN],
    ['logBinomialMass(-1, 5, 0.5)', logBinomialMass(-1, 5, 0.5), -Infinity],
  ];
  test.each(ends)('%s', (_what, computed, expected) => {
    expect(computed + 0).toBe(expected);
  });
});
