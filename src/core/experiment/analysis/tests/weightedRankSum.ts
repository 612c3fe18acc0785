import type { RankSum } from '../../../stats/tests/rankSum';
import type { WeightedValues } from '../data/quantileSketch';

/** `rankSum` of values that stand for several. */
export function weightedRankSum(control: WeightedValues, treatment: WeightedValues): RankSum {
  let u = 0;
  let ties = 0;
  let below = 0;
  let treated = 0;
  let i = 0;
  let j = 0;
  while (i < control.values.length || j < treatment.values.length) {
    const value = Math.min(control.values[i] ?? Infinity, treatment.values[j] ?? Infinity);
    let [a, b] = [0, 0];
    for (; control.values[i] === value; i += 1) a += control.weights[i] as number;
    for (; treatment.values[j] === value; j += 1) b += treatment.weights[j] as number;
    u += b * (below + 0.5 * a);
    below += a;
    treated += b;
    // What a sketch has thinned out cannot be told from ties: only values met several times are.
    const equal = a + b;
    ties += equal * (equal - 1) * (equal + 1);
  }
  return { u, ties, controlUnits: below, treatmentUnits: treated };
}
