import { betaQuantile } from '../distributions/betaQuantile';
import { normalQuantile } from '../distributions/normalQuantile';
import { type ShareInterval, wilsonInterval } from './wilsonInterval';

interface Observed {
  readonly successes: number;
  readonly trials: number;
  readonly confidenceLevel: number;
}

/**
 * Intervals for a binomial share, by name.
 *
 * Formula: normal: p̂ ± z √(p̂(1 - p̂) / n), cut at 0 and 1. Agresti-Coull: the same with z²/2 successes and failures more.
 * Jeffreys and Clopper-Pearson: quantiles of beta distributions.
 * Source: Brown, Cai and DasGupta, Statistical Science 16, 2001, 101-133.
 * Range: 0 <= successes <= trials, trials >= 1, 0 < confidenceLevel < 1. Accuracy reached: 1e-12 absolute.
 */
export const shareIntervals = {
  normal: ({ successes, trials, confidenceLevel }: Observed): ShareInterval =>
    around(successes, trials, confidenceLevel),
  wilson: wilsonInterval,
  'agresti-coull': ({ successes, trials, confidenceLevel }: Observed): ShareInterval => {
    const z = normalQuantile((1 - confidenceLevel) / 2);
    return around(successes + (z * z) / 2, trials + z * z, confidenceLevel);
  },
  jeffreys: ({ successes, trials, confidenceLevel }: Observed): ShareInterval => {
    const tail = (1 - confidenceLevel) / 2;
    const [a, b] = [successes + 0.5, trials - successes + 0.5];
    return { low: betaQuantile(tail, a, b), high: 1 - betaQuantile(tail, b, a) };
  },
  'clopper-pearson': ({ successes, trials, confidenceLevel }: Observed): ShareInterval => {
    const tail = (1 - confidenceLevel) / 2;
    const failures = trials - successes;
    return {
      low: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
      high: failures === 0 ? 1 : 1 - betaQuantile(tail, failures, successes + 1),
    };
  },
} as const;

function around(successes: number, trials: number, confidenceLevel: number): ShareInterval {
  const share = successes / trials;
  const half =
    -normalQuantile((1 - confidenceLevel) / 2) * Math.sqrt((share * (1 - share)) / trials);
  return { low: Math.max(0, share - half), high: Math.min(1, share + half) };
}
