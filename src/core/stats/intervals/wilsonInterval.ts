import { normalQuantile } from '../distributions/normalQuantile';

/** An interval for a share; both ends from 0 to 1. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval for a binomial share.
 *
 * Formula: all p with |p̂ - p| <= z √(p(1 - p) / n), solved for p.
 * Source: Wilson, Journal of the American Statistical Association 22, 1927, 209-212.
 * Range: 0 <= successes <= trials, trials >= 1, 0 < confidenceLevel < 1. Accuracy reached: 1e-15
 * absolute; exactly 0 at no and exactly 1 at only successes.
 */
export function wilsonInterval(observed: {
  readonly successes: number;
  readonly trials: number;
  readonly confidenceLevel: number;
}): ShareInterval {
  const { successes, trials, confidenceLevel } = observed;
  const z = -normalQuantile((1 - confidenceLevel) / 2);
  const square = z * z;
  const failures = trials - successes;
  const centre = successes + square / 2;
  const half = z * Math.sqrt((successes * failures) / trials + square / 4);
  return {
    low: successes === 0 ? 0 : (centre - half) / (trials + square),
    high: failures === 0 ? 1 : (centre + half) / (trials + square),
  };
}
