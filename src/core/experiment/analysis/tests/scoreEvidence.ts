import { normalQuantile } from '../../../stats/distributions/normalQuantile';
import { normalUpperTail } from '../../../stats/distributions/normalUpperTail';
import { scoreZ } from '../../../stats/tests/scoreZ';
import type { TwoShares } from '../../../stats/tests/twoShares';
import type { Evidence } from './evidence';
import { observedShares } from './sharesOf';

/** Evidence of the score test: its p-value against any difference, and the differences that it does not refute. */
export function scoreEvidence(table: TwoShares): Evidence {
  const { control, treatment } = observedShares(table);
  const estimate = treatment - control;
  const at = (difference: number): number => scoreZ(table, difference, { correction: false });
  return {
    scale: 'difference',
    estimate,
    standardError: Math.sqrt(
      (control * (1 - control)) / table.controlTrials +
        (treatment * (1 - treatment)) / table.treatmentTrials,
    ),
    statistic: { name: 'z', value: at(0), degreesOfFreedom: null },
    pValue: (nullValue, alternative) => {
      const z = at(nullValue);
      if (alternative === 'greater') return normalUpperTail(z);
      if (alternative === 'less') return normalUpperTail(-z);
      return Math.min(1, 2 * normalUpperTail(Math.abs(z)));
    },
    interval: (tail) => {
      const z = -normalQuantile(tail);
      const isWithin = (difference: number): boolean => Math.abs(at(difference)) <= z;
      return { low: edge(estimate, -1, isWithin), high: edge(estimate, 1, isWithin) };
    },
    notes: [],
  };
}

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
