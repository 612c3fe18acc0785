import { normalQuantile } from '../distributions/normalQuantile';
import { scoreZ } from '../tests/scoreZ';
import type { TwoShares } from '../tests/twoShares';
import { type ShareInterval, wilsonInterval } from './wilsonInterval';

type Interval = (observed: TwoShares, confidenceLevel: number) => ShareInterval;

/**
 * Intervals for the difference of two shares, treatment less control, by name.
 *
 * Formula: wald: each share's own variance; agresti-caffo: the same with one success and one failure more in each;
 * newcombe: from the Wilson intervals of both (method 10); score: all differences that the score test does not refute
 * (Miettinen-Nurminen).
 * Source: Newcombe, Statistics in Medicine 17, 1998, 873-890; Agresti and Caffo, The American Statistician 54, 2000.
 * Range: trials >= 1, 0 < confidenceLevel < 1. Accuracy reached: 1e-12 absolute; score 1e-9.
 */
export const shareDifferenceIntervals = {
  wald,
  'agresti-caffo': (observed, confidenceLevel) =>
    wald(
      {
        controlSuccesses: observed.controlSuccesses + 1,
        controlTrials: observed.controlTrials + 2,
        treatmentSuccesses: observed.treatmentSuccesses + 1,
        treatmentTrials: observed.treatmentTrials + 2,
      },
      confidenceLevel,
    ),
  newcombe,
  score,
} as const satisfies Readonly<Record<string, Interval>>;

function wald(observed: TwoShares, confidenceLevel: number): ShareInterval {
  const { control, treatment } = sharesOf(observed);
  const half =
    -normalQuantile((1 - confidenceLevel) / 2) *
    Math.sqrt(
      (control * (1 - control)) / observed.controlTrials +
        (treatment * (1 - treatment)) / observed.treatmentTrials,
    );
  return { low: treatment - control - half, high: treatment - control + half };
}

function newcombe(observed: TwoShares, confidenceLevel: number): ShareInterval {
  const { control, treatment } = sharesOf(observed);
  const c = wilsonInterval({
    successes: observed.controlSuccesses,
    trials: observed.controlTrials,
    confidenceLevel,
  });
  const t = wilsonInterval({
    successes: observed.treatmentSuccesses,
    trials: observed.treatmentTrials,
    confidenceLevel,
  });
  const length = (a: number, b: number): number => Math.sqrt(a * a + b * b);
  return {
    low: treatment - control - length(treatment - t.low, c.high - control),
    high: treatment - control + length(t.high - treatment, control - c.low),
  };
}

function score(observed: TwoShares, confidenceLevel: number): ShareInterval {
  const { control, treatment } = sharesOf(observed);
  const z = -normalQuantile((1 - confidenceLevel) / 2);
  const isWithin = (difference: number): boolean =>
    Math.abs(scoreZ(observed, difference, { correction: true })) <= z;
  return {
    low: edge(treatment - control, -1, isWithin),
    high: edge(treatment - control, 1, isWithin),
  };
}

/** The farthest difference on one side that is within. */
function edge(from: number, limit: number, isWithin: (difference: number) => boolean): number {
  let inside = from;
  let outside = limit;
  for (let i = 0; i < 60; i += 1) {
    const middle = (inside + outside) / 2;
    if (isWithin(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

function sharesOf(observed: TwoShares): { readonly control: number; readonly treatment: number } {
  return {
    control: observed.controlSuccesses / observed.controlTrials,
    treatment: observed.treatmentSuccesses / observed.treatmentTrials,
  };
}
