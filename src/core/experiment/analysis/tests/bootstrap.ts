import { normalQuantile } from '../../../stats/distributions/normalQuantile';
import { RandomStream } from '../../../stats/random/randomStream';
import type { ResamplingBuckets } from '../data/resamplingBuckets';
import type { AnalysisMethod } from './analysisMethod';
import type { Evidence } from './evidence';

/** Samples drawn: p-values are multiples of 1 in 4,000 or so. */
const replications = 4000;

/** Percentile bootstrap of the difference of means (of a ratio: of ratios). Seeded: the same data give the same answer. */
export const bootstrap: AnalysisMethod = {
  name: 'Bootstrap, percentiles of 4,000 samples',
  source: 'Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13',
  needs: { buckets: true, spread: true },
  adjusts: false,
  evidence: ({ control, treatment, seed }): Evidence => {
    const c = control.buckets;
    const t = treatment.buckets;
    if (c === null || t === null) throw new RangeError('The bootstrap needs buckets.');
    const draws = new Float64Array(replications);
    const stream = RandomStream.ofBlock(seed, 0);
    for (let i = 0; i < replications; i += 1) draws[i] = drawn(t, stream) - drawn(c, stream);
    draws.sort();
    const estimate = whole(t) - whole(c);
    const deviation = spread(draws);
    return {
      scale: 'difference',
      estimate,
      standardError: deviation,
      statistic: { name: 'z', value: estimate / deviation, degreesOfFreedom: null },
      pValue: (nullValue, alternative) => {
        const greater = (countBelow(draws, nullValue, true) + 1) / (replications + 1);
        const less = (replications - countBelow(draws, nullValue, false) + 1) / (replications + 1);
        if (alternative === 'greater') return Math.min(1, greater);
        if (alternative === 'less') return Math.min(1, less);
        return Math.min(1, 2 * Math.min(greater, less));
      },
      interval: (tail) => {
        // Beyond what so many samples can tell, the normal distribution goes on.
        if (tail * replications < 10) {
          const half = -normalQuantile(tail) * deviation;
          return { low: estimate - half, high: estimate + half };
        }
        return { low: quantile(draws, tail), high: quantile(draws, 1 - tail) };
      },
      notes:
        c.isExact && t.isExact
          ? [`Seed ${seed}.`]
          : [
              `Seed ${seed}. Units beyond 8,192 a variant share buckets by their order in the file: rows sorted by a value would mislead it.`,
            ],
    };
  },
};

function drawn({ sums, denominators, count }: ResamplingBuckets, stream: RandomStream): number {
  let sum = 0;
  let denominator = 0;
  for (let i = 0; i < count; i += 1) {
    const bucket = Math.floor(stream.nextUnit() * count);
    sum += sums[bucket] as number;
    denominator += denominators[bucket] as number;
  }
  return sum / denominator;
}

function whole({ sums, denominators, count }: ResamplingBuckets): number {
  let sum = 0;
  let denominator = 0;
  for (let i = 0; i < count; i += 1) {
    sum += sums[i] as number;
    denominator += denominators[i] as number;
  }
  return sum / denominator;
}

function spread(draws: Float64Array): number {
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const squares = draws.reduce((sum, draw) => sum + (draw - mean) * (draw - mean), 0);
  return Math.sqrt(squares / (draws.length - 1));
}

function countBelow(sorted: Float64Array, value: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const at = sorted[middle] as number;
    if (at < value || (orEqual && at === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (at - below) * (high - low);
}
