import { normalQuantile } from '../distributions/normalQuantile';
import { exp } from '../elementary/exp';
import { log } from '../elementary/log';
import type { TwoShares } from '../tests/twoShares';
import type { ShareInterval } from './wilsonInterval';

/**
 * Intervals for the ratio of two shares, treatment over control, by name.
 *
 * Formula: log: normal on the logarithm with variance 1/x - 1/n of each; score: all ratios whose restricted shares are
 * not refuted (Miettinen-Nurminen, variance times N / (N - 1)).
 * Source: Katz, Baptista, Azen and Pike, Biometrics 34, 1978, 469-474; Miettinen and Nurminen, Statistics in Medicine 4, 1985.
 * Range: successes > 0 in both (else 0 to Infinity). Accuracy reached: 1e-12 relative; score 1e-9.
 */
export const shareRatioIntervals = { log: logarithmic, score } as const;

function logarithmic(observed: TwoShares, confidenceLevel: number): ShareInterval {
  const { controlSuccesses: x1, controlTrials: n1 } = observed;
  const { treatmentSuccesses: x2, treatmentTrials: n2 } = observed;
  if (x1 === 0 || x2 === 0) return { low: 0, high: Infinity };
  const half =
    -normalQuantile((1 - confidenceLevel) / 2) * Math.sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2);
  const centre = log(x2 / n2) - log(x1 / n1);
  return { low: exp(centre - half), high: exp(centre + half) };
}

function score(observed: TwoShares, confidenceLevel: number): ShareInterval {
  const { controlSuccesses: x1, controlTrials: n1 } = observed;
  const { treatmentSuccesses: x2, treatmentTrials: n2 } = observed;
  if (x1 === 0 || x2 === 0) return { low: 0, high: Infinity };
  const z = -normalQuantile((1 - confidenceLevel) / 2);
  const centre = log(x2 / n2) - log(x1 / n1);
  const isWithin = (logRatio: number): boolean => Math.abs(ratioZ(observed, exp(logRatio))) <= z;
  return { low: exp(edge(centre, -1, isWithin)), high: exp(edge(centre, 1, isWithin)) };
}

/** (p₂ - ratio · p₁) over its standard error at the shares that are likeliest with that ratio. */
function ratioZ(observed: TwoShares, ratio: number): number {
  const { controlSuccesses: x1, controlTrials: n1 } = observed;
  const { treatmentSuccesses: x2, treatmentTrials: n2 } = observed;
  const total = n1 + n2;
  const a = total * ratio;
  const b = -(n2 * ratio + x2 + n1 + x1 * ratio);
  const p1 = (2 * (x1 + x2)) / (-b + Math.sqrt(Math.max(0, b * b - 4 * a * (x1 + x2))));
  const p2 = ratio * p1;
  const variance = ((p2 * (1 - p2)) / n2 + (ratio * ratio * p1 * (1 - p1)) / n1) * total;
  return (x2 / n2 - ratio * (x1 / n1)) / Math.sqrt(Math.max(0, variance) / (total - 1));
}

function edge(from: number, side: 1 | -1, isWithin: (logRatio: number) => boolean): number {
  let step = 1;
  while (step < 1000 && isWithin(from + side * step)) step *= 2;
  let inside = from;
  let outside = from + side * step;
  for (let i = 0; i < 60; i += 1) {
    const middle = (inside + outside) / 2;
    if (isWithin(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}
