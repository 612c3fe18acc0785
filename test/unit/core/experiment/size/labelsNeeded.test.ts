import { describe, expect, test } from 'vitest';
import type { PlanLabels } from '../../../../../src/core/experiment/plan/planSchema';
import { labelsNeeded } from '../../../../../src/core/experiment/size/labelsNeeded';
import { binomialUpperTail } from '../../../../../src/core/stats/distributions/binomialUpperTail';
import { wilsonInterval } from '../../../../../src/core/stats/intervals/wilsonInterval';

function labels(changes: Partial<PlanLabels>): PlanLabels {
  return {
    name: 'accuracy',
    measure: 'accuracy',
    expected: 0.9,
    interval: 'wilson',
    confidenceLevel: 0.95,
    power: 0.8,
    qualifyingShare: 1,
    ...changes,
  };
}

describe('labels to estimate within a half-width', () => {
  test('by Wilson: the interval is just short enough', () => {
    const { counting } = labelsNeeded(labels({ halfWidth: 0.02 }));
    const half = (trials: number) => {
      const { low, high } = wilsonInterval({
        successes: 0.9 * trials,
        trials,
        confidenceLevel: 0.95,
      });
      return (high - low) / 2;
    };
    expect(half(counting)).toBeLessThanOrEqual(0.02);
    expect(half(counting - 1)).toBeGreaterThan(0.02);
  });

  // R 4.2.2: h <- function(n) (qbeta(.975, .9*n+1, .1*n) - qbeta(.025, .9*n, .1*n+1))/2; h(913) > .02 >= h(914)
  test('by Clopper-Pearson', () => {
    expect(labelsNeeded(labels({ halfWidth: 0.02, interval: 'clopper-pearson' })).counting).toBe(
      914,
    );
  });

  test('rare classes need many items', () => {
    const { counting, total } = labelsNeeded(
      labels({ measure: 'recall', halfWidth: 0.05, qualifyingShare: 0.01 }),
    );
    expect(total).toBe(counting * 100);
  });

  test('strata share the labels by Neyman', () => {
    const { counting, strata } = labelsNeeded(
      labels({
        halfWidth: 0.02,
        strata: [
          { name: 'new', share: 0.2, expected: 0.8 },
          { name: 'old', share: 0.8, expected: 0.95 },
        ],
      }),
    );
    // By hand: s = .2 · .4 and .8 · .21794; n = (1.959964/.02)² (.08 + .174356)² = 621.3, shared .3145 : .6855.
    expect(strata).toEqual([
      { name: 'new', counting: 196 },
      { name: 'old', counting: 426 },
    ]);
    expect(counting).toBe(622);
  });
});

describe('labels to show that it is above a floor', () => {
  test.each(['clopper-pearson', 'wilson'] as const)(
    'by %s: from there on the power holds',
    (interval) => {
      const { counting } = labelsNeeded(labels({ floor: 0.85, interval }));
      const power = (n: number): number => {
        let x = 0;
        const shows = (right: number) =>
          interval === 'wilson'
            ? (right / n - 0.85) / Math.sqrt((0.85 * 0.15) / n) >= 1.6448536269514722
            : binomialUpperTail(right - 1, n, 0.85) <= 0.05;
        while (x <= n && !shows(x)) x += 1;
        return binomialUpperTail(x - 1, n, 0.9);
      };
      expect(power(counting - 1)).toBeLessThan(0.8);
      for (let n = counting; n < counting * 2; n += 1) expect(power(n)).toBeGreaterThanOrEqual(0.8);
    },
  );
});
