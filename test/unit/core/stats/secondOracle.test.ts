import betaCdfOfStdlib from '@stdlib/stats-base-dists-beta-cdf';
import binomialCdfOfStdlib from '@stdlib/stats-base-dists-binomial-cdf';
import fCdfOfStdlib from '@stdlib/stats-base-dists-f-cdf';
import gammaQuantileOfStdlib from '@stdlib/stats-base-dists-gamma-quantile';
import hypergeometricPmfOfStdlib from '@stdlib/stats-base-dists-hypergeometric-pmf';
import negativeBinomialPmfOfStdlib from '@stdlib/stats-base-dists-negative-binomial-pmf';
import poissonQuantileOfStdlib from '@stdlib/stats-base-dists-poisson-quantile';
import tQuantileOfStdlib from '@stdlib/stats-base-dists-t-quantile';
import { describe, expect, test } from 'vitest';
import { betaCdf } from '../../../../src/core/stats/distributions/betaCdf';
import { binomialCdf } from '../../../../src/core/stats/distributions/binomialCdf';
import { fCdf } from '../../../../src/core/stats/distributions/fCdf';
import { gammaQuantile } from '../../../../src/core/stats/distributions/gammaQuantile';
import { hypergeometricPmf } from '../../../../src/core/stats/distributions/hypergeometricPmf';
import { negativeBinomialPmf } from '../../../../src/core/stats/distributions/negativeBinomialPmf';
import { poissonQuantile } from '../../../../src/core/stats/distributions/poissonQuantile';
import { tQuantile } from '../../../../src/core/stats/distributions/tQuantile';
import { RandomStream } from '../../../../src/core/stats/random/randomStream';

const random = RandomStream.ofBlock(20261124, 5);
const between = (low: number, high: number): number => low + (high - low) * random.nextUnit();
const geometric = (low: number, high: number): number =>
  low * Math.exp(between(0, Math.log(high / low)));

/** Ours, theirs and the arguments; and how near @stdlib itself is at moderate arguments (shared facts: 1e-14 to 5e-14). */
interface Row {
  readonly name: string;
  readonly draw: () => readonly [ours: number, theirs: number, args: readonly number[]];
  readonly tolerance: number;
}

const rows: readonly Row[] = [
  {
    name: 't quantile',
    tolerance: 1e-11,
    draw: () => {
      const [p, df] = [between(0.001, 0.999), geometric(1, 1000)];
      return [tQuantile(p, df), tQuantileOfStdlib(p, df), [p, df]];
    },
  },
  {
    name: 'beta cdf',
    tolerance: 1e-11,
    draw: () => {
      const [x, a, b] = [between(0.1, 0.9), geometric(0.5, 50), geometric(0.5, 50)];
      return [betaCdf(x, a, b), betaCdfOfStdlib(x, a, b), [x, a, b]];
    },
  },
  {
    name: 'F cdf',
    tolerance: 1e-11,
    draw: () => {
      const [f, a, b] = [geometric(0.3, 3), geometric(1, 100), geometric(1, 100)];
      return [fCdf(f, a, b), fCdfOfStdlib(f, a, b), [f, a, b]];
    },
  },
  {
    name: 'gamma quantile',
    tolerance: 1e-11,
    draw: () => {
      const [p, shape, rate] = [between(0.001, 0.999), geometric(0.5, 500), geometric(0.1, 10)];
      return [
        gammaQuantile(p, shape, 1 / rate),
        gammaQuantileOfStdlib(p, shape, rate),
        [p, shape, rate],
      ];
    },
  },
  {
    name: 'binomial cdf',
    tolerance: 1e-11,
    draw: () => {
      const [n, p] = [Math.ceil(geometric(2, 2000)), between(0.05, 0.95)];
      const k = Math.floor(n * p + between(-2, 2) * Math.sqrt(n * p * (1 - p)));
      return [binomialCdf(k, n, p), binomialCdfOfStdlib(k, n, p), [k, n, p]];
    },
  },
  {
    name: 'Poisson quantile',
    tolerance: 0,
    draw: () => {
      const [p, mean] = [between(0.001, 0.999), geometric(0.5, 100)];
      return [poissonQuantile(p, mean), poissonQuantileOfStdlib(p, mean), [p, mean]];
    },
  },
  {
    name: 'negative binomial mass',
    tolerance: 1e-10,
    draw: () => {
      const [size, p] = [geometric(0.5, 50), between(0.1, 0.9)];
      const count = Math.floor(geometric(1, 50));
      const mean = (size * (1 - p)) / p;
      return [
        negativeBinomialPmf(count, size, mean),
        negativeBinomialPmfOfStdlib(count, size, p),
        [count, size, p],
      ];
    },
  },
  {
    name: 'hypergeometric mass',
    tolerance: 1e-10,
    draw: () => {
      const population = Math.ceil(geometric(10, 150));
      const marked = Math.ceil(population * between(0.1, 0.9));
      const draws = Math.ceil(population * between(0.1, 0.9));
      const count = Math.round((draws * marked) / population);
      return [
        hypergeometricPmf(count, { population, marked, draws }),
        hypergeometricPmfOfStdlib(count, population, marked, draws),
        [count, population, marked, draws],
      ];
    },
  },
];

describe('a second oracle, @stdlib, says the same at moderate arguments', () => {
  test.each(rows)('$name', ({ draw, tolerance }) => {
    for (let i = 0; i < 500; i += 1) {
      const [ours, theirs, args] = draw();
      const error = ours === theirs ? 0 : Math.abs(ours / theirs - 1);
      expect(error, `at ${args.join(', ')}: ${ours} against ${theirs}`).toBeLessThanOrEqual(
        tolerance,
      );
    }
  });
});
