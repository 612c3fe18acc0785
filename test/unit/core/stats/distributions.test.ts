import { describe, expect, test } from 'vitest';
import { betaCdf } from '../../../../src/core/stats/distributions/betaCdf';
import { betaQuantile } from '../../../../src/core/stats/distributions/betaQuantile';
import { betaUpperTail } from '../../../../src/core/stats/distributions/betaUpperTail';
import { binomialCdf } from '../../../../src/core/stats/distributions/binomialCdf';
import { binomialPmf } from '../../../../src/core/stats/distributions/binomialPmf';
import { binomialQuantile } from '../../../../src/core/stats/distributions/binomialQuantile';
import { binomialUpperTail } from '../../../../src/core/stats/distributions/binomialUpperTail';
import { chiSquareCdf } from '../../../../src/core/stats/distributions/chiSquareCdf';
import { chiSquareQuantile } from '../../../../src/core/stats/distributions/chiSquareQuantile';
import { chiSquareUpperQuantile } from '../../../../src/core/stats/distributions/chiSquareUpperQuantile';
import { chiSquareUpperTail } from '../../../../src/core/stats/distributions/chiSquareUpperTail';
import { fCdf } from '../../../../src/core/stats/distributions/fCdf';
import { fQuantile } from '../../../../src/core/stats/distributions/fQuantile';
import { fUpperTail } from '../../../../src/core/stats/distributions/fUpperTail';
import { gammaCdf } from '../../../../src/core/stats/distributions/gammaCdf';
import { gammaQuantile } from '../../../../src/core/stats/distributions/gammaQuantile';
import { gammaUpperTail } from '../../../../src/core/stats/distributions/gammaUpperTail';
import { hypergeometricCdf } from '../../../../src/core/stats/distributions/hypergeometricCdf';
import { hypergeometricPmf } from '../../../../src/core/stats/distributions/hypergeometricPmf';
import { hypergeometricUpperTail } from '../../../../src/core/stats/distributions/hypergeometricUpperTail';
import { logBinomialCdf } from '../../../../src/core/stats/distributions/logBinomialCdf';
import { logBinomialUpperTail } from '../../../../src/core/stats/distributions/logBinomialUpperTail';
import { negativeBinomialCdf } from '../../../../src/core/stats/distributions/negativeBinomialCdf';
import { negativeBinomialPmf } from '../../../../src/core/stats/distributions/negativeBinomialPmf';
import { negativeBinomialQuantile } from '../../../../src/core/stats/distributions/negativeBinomialQuantile';
import { negativeBinomialUpperTail } from '../../../../src/core/stats/distributions/negativeBinomialUpperTail';
import { noncentralChiSquareCdf } from '../../../../src/core/stats/distributions/noncentralChiSquareCdf';
import { noncentralChiSquareUpperTail } from '../../../../src/core/stats/distributions/noncentralChiSquareUpperTail';
import { noncentralTCdf } from '../../../../src/core/stats/distributions/noncentralTCdf';
import { noncentralTUpperTail } from '../../../../src/core/stats/distributions/noncentralTUpperTail';
import { normalCdf } from '../../../../src/core/stats/distributions/normalCdf';
import { normalQuantile } from '../../../../src/core/stats/distributions/normalQuantile';
import { normalUpperTail } from '../../../../src/core/stats/distributions/normalUpperTail';
import { poissonCdf } from '../../../../src/core/stats/distributions/poissonCdf';
import { poissonPmf } from '../../../../src/core/stats/distributions/poissonPmf';
import { poissonQuantile } from '../../../../src/core/stats/distributions/poissonQuantile';
import { poissonUpperTail } from '../../../../src/core/stats/distributions/poissonUpperTail';
import { tCdf } from '../../../../src/core/stats/distributions/tCdf';
import { tQuantile } from '../../../../src/core/stats/distributions/tQuantile';
import { tUpperTail } from '../../../../src/core/stats/distributions/tUpperTail';
import { expm1 } from '../../../../src/core/stats/elementary/expm1';
import { erfc } from '../../../../src/core/stats/special/erfc';
import { logGamma } from '../../../../src/core/stats/special/logGamma';
import { regularizedIncompleteBeta } from '../../../../src/core/stats/special/regularizedIncompleteBeta';
import { readFixture } from '../../../support/readFixture';

type Kernel = Readonly<Record<string, (...args: number[]) => number>>;

const ofPopulation =
  (f: (count: number, parameters: Parameters<typeof hypergeometricCdf>[1]) => number) =>
  (count = NaN, population = NaN, marked = NaN, draws = NaN): number =>
    f(count, { population, marked, draws });

const kernel: Kernel = {
  betaCdf,
  betaQuantile,
  betaUpperTail,
  binomialCdf,
  binomialPmf,
  binomialUpperTail,
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareUpperQuantile,
  chiSquareUpperTail,
  erfc,
  expm1,
  fCdf,
  fQuantile,
  fUpperTail,
  gammaCdf,
  gammaQuantile,
  gammaUpperTail,
  logGamma,
  logBinomialCdf,
  logBinomialUpperTail,
  negativeBinomialCdf,
  negativeBinomialPmf,
  negativeBinomialUpperTail,
  noncentralChiSquareCdf,
  noncentralChiSquareUpperTail,
  noncentralTCdf,
  noncentralTUpperTail,
  normalCdf,
  normalQuantile,
  normalUpperTail,
  poissonCdf,
  poissonPmf,
  poissonUpperTail,
  tCdf,
  tQuantile,
  tUpperTail,
  hypergeometricCdf: ofPopulation(hypergeometricCdf),
  hypergeometricPmf: ofPopulation(hypergeometricPmf),
  hypergeometricUpperTail: ofPopulation(hypergeometricUpperTail),
};

interface Table {
  readonly function: string;
  readonly points: string;
  readonly target: number;
  readonly rows: readonly (readonly [args: readonly number[], value: number])[];
}

const { tables } = readFixture('stats/distributions.json') as { readonly tables: readonly Table[] };

describe('every function is as near to 40-digit values as it says', () => {
  test.each(tables)(
    '$function, $points (error below $target)',
    ({ function: name, target, rows }) => {
      expect(rows.length).toBeGreaterThan(3);
      for (const [args, value] of rows) {
        const computed = kernel[name]?.(...args) ?? NaN;
        // Of a logarithm the absolute error, which is the relative error of what it is the logarithm of.
        const scale = name.startsWith('logB') ? 1 : Math.abs(value);
        const error = Math.abs(computed - value) / scale;
        expect(error, `${name}(${args.join(', ')}) is ${computed}, not ${value}`).toBeLessThan(
          target,
        );
      }
    },
  );
});

describe('the quantile of a count is the smallest that reaches the probability', () => {
  const rows: readonly (readonly [
    name: string,
    quantile: (p: number) => number,
    cdf: (k: number) => number,
  ])[] = [
    ['binomial(10, 0.3)', (p) => binomialQuantile(p, 10, 0.3), (k) => binomialCdf(k, 10, 0.3)],
    ['binomial(1e7, 0.2)', (p) => binomialQuantile(p, 1e7, 0.2), (k) => binomialCdf(k, 1e7, 0.2)],
    ['binomial(1, 0.999)', (p) => binomialQuantile(p, 1, 0.999), (k) => binomialCdf(k, 1, 0.999)],
    ['Poisson(0.01)', (p) => poissonQuantile(p, 0.01), (k) => poissonCdf(k, 0.01)],
    ['Poisson(80)', (p) => poissonQuantile(p, 80), (k) => poissonCdf(k, 80)],
    ['Poisson(1e7)', (p) => poissonQuantile(p, 1e7), (k) => poissonCdf(k, 1e7)],
    [
      'negative binomial(0.3, 20)',
      (p) => negativeBinomialQuantile(p, 0.3, 20),
      (k) => negativeBinomialCdf(k, 0.3, 20),
    ],
    [
      'negative binomial(400, 1e5)',
      (p) => negativeBinomialQuantile(p, 400, 1e5),
      (k) => negativeBinomialCdf(k, 400, 1e5),
    ],
  ];
  test.each(rows)('%s', (_name, quantile, cdf) => {
    for (const p of [1e-300, 1e-12, 0.001, 0.025, 0.3, 0.5, 0.8, 0.975, 0.9999, 1 - 1e-12]) {
      const k = quantile(p);
      expect(cdf(k)).toBeGreaterThanOrEqual(p);
      if (k > 0) expect(cdf(k - 1)).toBeLessThan(p);
    }
  });
});

describe('what underflows as a probability does not as a logarithm', () => {
  test('all and none of a million', () => {
    expect(logBinomialUpperTail(999_999, 1e6, 0.2)).toBeCloseTo(1e6 * Math.log(0.2), 5);
    expect(logBinomialCdf(0, 1e6, 0.2)).toBeCloseTo(1e6 * Math.log(0.8), 5);
  });

  test('both tails add up to 1', () => {
    const both =
      Math.exp(logBinomialCdf(2_000_100, 1e7, 0.2)) +
      Math.exp(logBinomialUpperTail(2_000_100, 1e7, 0.2));
    expect(both).toBeCloseTo(1, 12);
  });
});

test('a quantile below 1e-260 has its digits too', () => {
  // mpmath, 40 digits: the first term of the series solved for f, whose next term is below 1e-270.
  expect(
    fQuantile(7.887052785517899e-167, 1.1651668611700259, 2984248.1122581456) /
      1.082667977355806e-285,
  ).toBeCloseTo(1, 11);
});

describe('the ends of the ranges', () => {
  const population = { population: 10, marked: 4, draws: 3 };
  const ends: readonly (readonly [what: string, computed: number, expected: number])[] = [
    ['expm1(-Infinity)', expm1(-Infinity), -1],
    ['expm1(0)', expm1(0), 0],
    ['tCdf(0, 3)', tCdf(0, 3), 0.5],
    ['tCdf(-Infinity, 3)', tCdf(-Infinity, 3), 0],
    ['tUpperTail(-Infinity, 3)', tUpperTail(-Infinity, 3), 1],
    ['tCdf(1, 0)', tCdf(1, 0), NaN],
    ['tCdf(1, Infinity)', tCdf(1, Infinity), normalCdf(1)],
    ['tQuantile(0, 3)', tQuantile(0, 3), -Infinity],
    ['tQuantile(1, 3)', tQuantile(1, 3), Infinity],
    ['tQuantile(0.5, 3)', tQuantile(0.5, 3), 0],
    ['tQuantile(2, 3)', tQuantile(2, 3), NaN],
    ['noncentralTCdf(2, 10, 0)', noncentralTCdf(2, 10, 0), tCdf(2, 10)],
    ['noncentralTCdf(0, 10, 1)', noncentralTCdf(0, 10, 1), normalCdf(-1)],
    ['noncentralTCdf(2, Infinity, 1)', noncentralTCdf(2, Infinity, 1), normalCdf(1)],
    ['noncentralTCdf(Infinity, 3, 1)', noncentralTCdf(Infinity, 3, 1), 1],
    ['noncentralTCdf(2, 3, 1e9)', noncentralTCdf(2, 3, 1e9), 0],
    ['noncentralTUpperTail(2, 3, 1e9)', noncentralTUpperTail(2, 3, 1e9), 1],
    ['noncentralTUpperTail(1e300, 3, 1)', noncentralTUpperTail(1e300, 3, 1), 0],
    ['noncentralTCdf(1, -1, 1)', noncentralTCdf(1, -1, 1), NaN],
    ['betaCdf(-1, 2, 3)', betaCdf(-1, 2, 3), 0],
    ['betaUpperTail(2, 2, 3)', betaUpperTail(2, 2, 3), 0],
    ['betaCdf(0.5, 0, 3)', betaCdf(0.5, 0, 3), NaN],
    ['regularizedIncompleteBeta(2, 1, 1)', regularizedIncompleteBeta(2, 1, 1), NaN],
    ['betaQuantile(0, 2, 3)', betaQuantile(0, 2, 3), 0],
    ['betaQuantile(1, 2, 3)', betaQuantile(1, 2, 3), 1],
    ['fCdf(0, 2, 3)', fCdf(0, 2, 3), 0],
    ['fUpperTail(Infinity, 2, 3)', fUpperTail(Infinity, 2, 3), 0],
    ['fQuantile(1, 2, 3)', fQuantile(1, 2, 3), Infinity],
    ['gammaCdf(-1, 2, 3)', gammaCdf(-1, 2, 3), 0],
    ['gammaUpperTail(1, 2, 0)', gammaUpperTail(1, 2, 0), NaN],
    ['gammaQuantile(0, 2, 3)', gammaQuantile(0, 2, 3), 0],
    ['chiSquareQuantile(1, 3)', chiSquareQuantile(1, 3), Infinity],
    ['chiSquareUpperQuantile(0, 3)', chiSquareUpperQuantile(0, 3), Infinity],
    ['noncentralChiSquareCdf(0, 2, 3)', noncentralChiSquareCdf(0, 2, 3), 0],
    ['noncentralChiSquareCdf(4, 2, 0)', noncentralChiSquareCdf(4, 2, 0), chiSquareCdf(4, 2)],
    ['noncentralChiSquareUpperTail(-1, 2, 3)', noncentralChiSquareUpperTail(-1, 2, 3), 1],
    ['binomialCdf(-1, 10, 0.3)', binomialCdf(-1, 10, 0.3), 0],
    ['binomialCdf(10, 10, 0.3)', binomialCdf(10, 10, 0.3), 1],
    ['binomialUpperTail(10, 10, 0.3)', binomialUpperTail(10, 10, 0.3), 0],
    ['binomialCdf(3, 10, 0)', binomialCdf(3, 10, 0), 1],
    ['binomialCdf(3, 10, 1)', binomialCdf(3, 10, 1), 0],
    ['binomialCdf(3, 2.5, 0.3)', binomialCdf(3, 2.5, 0.3), NaN],
    ['binomialPmf(2.5, 10, 0.3)', binomialPmf(2.5, 10, 0.3), 0],
    ['binomialPmf(0, 0, 0.3)', binomialPmf(0, 0, 0.3), 1],
    ['binomialPmf(3, 10, 1.2)', binomialPmf(3, 10, 1.2), NaN],
    ['binomialQuantile(1, 10, 0.3)', binomialQuantile(1, 10, 0.3), 10],
    ['binomialQuantile(0.5, 10, NaN)', binomialQuantile(0.5, 10, NaN), NaN],
    ['logBinomialCdf(-1, 10, 0.3)', logBinomialCdf(-1, 10, 0.3), -Infinity],
    ['logBinomialUpperTail(-1, 10, 0.3)', logBinomialUpperTail(-1, 10, 0.3), 0],
    ['poissonPmf(0, 0)', poissonPmf(0, 0), 1],
    ['poissonCdf(3, 0)', poissonCdf(3, 0), 1],
    ['poissonUpperTail(-1, 2)', poissonUpperTail(-1, 2), 1],
    ['poissonQuantile(1, 2)', poissonQuantile(1, 2), Infinity],
    ['poissonCdf(1, -1)', poissonCdf(1, -1), NaN],
    ['negativeBinomialPmf(0, 2, 0)', negativeBinomialPmf(0, 2, 0), 1],
    ['negativeBinomialCdf(3, 2, 0)', negativeBinomialCdf(3, 2, 0), 1],
    ['negativeBinomialUpperTail(1, 0, 2)', negativeBinomialUpperTail(1, 0, 2), NaN],
    ['hypergeometricPmf(4, ...)', hypergeometricPmf(4, population), 0],
    ['hypergeometricCdf(3, ...)', hypergeometricCdf(3, population), 1],
    ['hypergeometricUpperTail(-1, ...)', hypergeometricUpperTail(-1, population), 1],
    ['hypergeometricCdf(1, 11 of 10)', hypergeometricCdf(1, { ...population, draws: 11 }), NaN],
  ];
  test.each(ends)('%s', (_what, computed, expected) => {
    expect(computed + 0).toBe(expected);
  });
});
