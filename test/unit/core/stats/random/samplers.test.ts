import { describe, expect, test } from 'vitest';
import { betaQuantile } from '../../../../../src/core/stats/distributions/betaQuantile';
import { gammaQuantile } from '../../../../../src/core/stats/distributions/gammaQuantile';
import { negativeBinomialCdf } from '../../../../../src/core/stats/distributions/negativeBinomialCdf';
import { negativeBinomialQuantile } from '../../../../../src/core/stats/distributions/negativeBinomialQuantile';
import { normalQuantile } from '../../../../../src/core/stats/distributions/normalQuantile';
import { poissonCdf } from '../../../../../src/core/stats/distributions/poissonCdf';
import { poissonQuantile } from '../../../../../src/core/stats/distributions/poissonQuantile';
import { RandomStream } from '../../../../../src/core/stats/random/randomStream';
import { sampleBernoulli } from '../../../../../src/core/stats/random/sampleBernoulli';
import { sampleBeta } from '../../../../../src/core/stats/random/sampleBeta';
import { sampleExponential } from '../../../../../src/core/stats/random/sampleExponential';
import { sampleGamma } from '../../../../../src/core/stats/random/sampleGamma';
import { sampleLognormal } from '../../../../../src/core/stats/random/sampleLognormal';
import { sampleNegativeBinomial } from '../../../../../src/core/stats/random/sampleNegativeBinomial';
import { sampleNormal } from '../../../../../src/core/stats/random/sampleNormal';
import { samplePoisson } from '../../../../../src/core/stats/random/samplePoisson';
import { binned, goodnessOfFit } from '../../../../support/goodnessOfFit';

/** A sampler, the quantiles of what it should follow, and its mean and standard deviation where it has finite ones. */
interface Row {
  readonly name: string;
  readonly draw: (stream: RandomStream) => number;
  readonly quantile: (probability: number) => number;
  /** For counts: shares of bins come from the exact cdf at their cuts. */
  readonly cdf?: (count: number) => number;
  readonly mean: number;
  readonly deviation: number;
}

const draws = 300_000;

const gamma = (shape: number, scale: number): Row => ({
  name: `gamma(${shape}, ${scale})`,
  draw: (stream) => sampleGamma(stream, shape, scale),
  quantile: (p) => gammaQuantile(p, shape, scale),
  mean: shape * scale,
  deviation: Math.sqrt(shape) * scale,
});

const beta = (a: number, b: number): Row => ({
  name: `beta(${a}, ${b})`,
  draw: (stream) => sampleBeta(stream, a, b),
  quantile: (p) => betaQuantile(p, a, b),
  mean: a / (a + b),
  deviation: Math.sqrt((a * b) / (a + b + 1)) / (a + b),
});

const poisson = (mean: number): Row => ({
  name: `Poisson(${mean})`,
  draw: (stream) => samplePoisson(stream, mean),
  quantile: (p) => poissonQuantile(p, mean),
  cdf: (count) => poissonCdf(count, mean),
  mean,
  deviation: Math.sqrt(mean),
});

const negativeBinomial = (size: number, mean: number): Row => ({
  name: `negative binomial(${size}, mean ${mean})`,
  draw: (stream) => sampleNegativeBinomial(stream, size, mean),
  quantile: (p) => negativeBinomialQuantile(p, size, mean),
  cdf: (count) => negativeBinomialCdf(count, size, mean),
  mean,
  deviation: Math.sqrt(mean + mean ** 2 / size),
});

const rows: readonly Row[] = [
  { name: 'normal', draw: sampleNormal, quantile: normalQuantile, mean: 0, deviation: 1 },
  {
    name: 'exponential(3)',
    draw: (stream) => sampleExponential(stream, 3),
    quantile: (p) => -3 * Math.log1p(-p),
    mean: 3,
    deviation: 3,
  },
  {
    name: 'lognormal(1, 0.5)',
    draw: (stream) => sampleLognormal(stream, 1, 0.5),
    quantile: (p) => Math.exp(1 + 0.5 * normalQuantile(p)),
    mean: Math.exp(1.125),
    deviation: Math.exp(1.125) * Math.sqrt(Math.exp(0.25) - 1),
  },
  ...[0.1, 0.5, 0.99, 1, 1.5, 10, 1000, 1e6].map((shape) => gamma(shape, 2)),
  beta(0.05, 0.1),
  beta(0.5, 0.5),
  beta(1, 1),
  beta(2, 8),
  beta(0.3, 40),
  beta(2000, 8000),
  ...[0.2, 1, 9.99, 10, 10.5, 30, 500, 1e5, 1e9].map(poisson),
  negativeBinomial(0.3, 2),
  negativeBinomial(2, 10),
  negativeBinomial(50, 400),
  negativeBinomial(1e6, 30),
];

/** Up to 50 bins of about equal share, and the exact share of each. */
function bins({ quantile, cdf }: Row): { readonly cuts: number[]; readonly shares: number[] } {
  const cuts: number[] = [];
  const shares: number[] = [];
  let before = 0;
  for (let i = 1; i < 50; i += 1) {
    const cut = quantile(i / 50);
    if (cut === cuts.at(-1)) continue;
    const upTo = cdf?.(cut) ?? i / 50;
    if (1 - upTo < 1e-4) break;
    cuts.push(cut);
    shares.push(upTo - before);
    before = upTo;
  }
  return { cuts, shares: [...shares, 1 - before] };
}

/** Mean and mean square of values made standard, each over its standard error; that of the square is from the values. */
function momentsOff(
  values: Float64Array,
  { mean, deviation }: Row,
): [first: number, second: number] {
  let first = 0;
  let second = 0;
  let fourth = 0;
  for (const value of values) {
    const z = (value - mean) / deviation;
    first += z;
    second += z * z;
    fourth += z ** 4;
  }
  const n = values.length;
  const error = Math.sqrt((fourth / n - 1) / n);
  return [(first / n) * Math.sqrt(n), (second / n - 1) / error];
}

describe('draws follow the exact distribution', () => {
  test.each(rows)('$name', (row) => {
    const stream = RandomStream.ofBlock(20261124, 1);
    const values = Float64Array.from({ length: draws }, () => row.draw(stream));
    const { cuts, shares } = bins(row);
    const fit = (change: (value: number) => number): number => {
      let i = -1;
      const next = (): number => {
        i += 1;
        return change(values[i] as number);
      };
      return goodnessOfFit(binned(cuts, draws, next), shares);
    };
    expect(fit((value) => value)).toBeGreaterThan(0.001);
    // That the test has teeth: a spread that is 1 % off would be seen.
    if (row.cdf === undefined) {
      expect(fit((value) => row.mean + 1.01 * (value - row.mean))).toBeLessThan(1e-3);
    }
    const [first, second] = momentsOff(values, row);
    expect(Math.abs(first)).toBeLessThan(4);
    expect(Math.abs(second)).toBeLessThan(4);
  });
});

describe('Bernoulli', () => {
  test.each([0.001, 0.2, 0.5, 0.999])('%d as often as asked', (p) => {
    const stream = RandomStream.ofBlock(20261124, 3);
    let hits = 0;
    for (let i = 0; i < draws; i += 1) hits += sampleBernoulli(stream, p) ? 1 : 0;
    expect(Math.abs(hits - draws * p)).toBeLessThan(4 * Math.sqrt(draws * p * (1 - p)));
  });

  test('never at 0, always at 1', () => {
    const stream = RandomStream.ofBlock(20261124, 4);
    for (let i = 0; i < 1000; i += 1) {
      expect(sampleBernoulli(stream, 0)).toBe(false);
      expect(sampleBernoulli(stream, 1)).toBe(true);
    }
  });
});

describe('what has no spread has no surprise', () => {
  const stream = RandomStream.ofBlock(1, 0);
  test.each([
    ['exponential', sampleExponential(stream, 0), 0],
    ['Poisson', samplePoisson(stream, 0), 0],
    ['gamma', sampleGamma(stream, 2, 0), 0],
    ['lognormal', sampleLognormal(stream, 0, 0), 1],
    ['negative binomial', sampleNegativeBinomial(stream, 3, 0), 0],
  ])('%s', (_name, drawn, expected) => {
    expect(drawn).toBe(expected);
  });
});

describe('what is no distribution is refused', () => {
  const stream = RandomStream.ofBlock(1, 0);
  const refused: readonly (readonly [name: string, draw: () => unknown])[] = [
    ['Bernoulli(1.1)', () => sampleBernoulli(stream, 1.1)],
    ['Bernoulli(NaN)', () => sampleBernoulli(stream, NaN)],
    ['exponential(-1)', () => sampleExponential(stream, -1)],
    ['exponential(Infinity)', () => sampleExponential(stream, Infinity)],
    ['lognormal(NaN, 1)', () => sampleLognormal(stream, NaN, 1)],
    ['lognormal(0, -1)', () => sampleLognormal(stream, 0, -1)],
    ['gamma(0, 1)', () => sampleGamma(stream, 0, 1)],
    ['gamma(1, NaN)', () => sampleGamma(stream, 1, NaN)],
    ['beta(0, 1)', () => sampleBeta(stream, 0, 1)],
    ['beta(1, Infinity)', () => sampleBeta(stream, 1, Infinity)],
    ['Poisson(-1)', () => samplePoisson(stream, -1)],
    ['Poisson(2e12)', () => samplePoisson(stream, 2e12)],
    ['negative binomial(0, 1)', () => sampleNegativeBinomial(stream, 0, 1)],
    ['negative binomial(1e-9, 100)', () => sampleNegativeBinomial(stream, 1e-9, 100)],
  ];
  test.each(refused)('%s', (_name, draw) => {
    expect(draw).toThrow(RangeError);
  });
});
