import type { Plan } from '../experiment/plan/planSchema';
import type { Comparison } from '../experiment/size/comparison';
import { chiSquareUpperQuantile } from '../stats/distributions/chiSquareUpperQuantile';
import type { RandomStream } from '../stats/random/randomStream';
import { sampleBinomial } from '../stats/random/sampleBinomial';

/** Usual level of the alarm: rare enough to be believed. */
const usualAlarmLevel = 0.001;

/** The sample-ratio alarm of a plan. */
export interface RatioAlarm {
  readonly level: number;
  /** Whether the counts of a launch raise it; other variants than the two that are known are drawn. */
  readonly raises: (
    stream: RandomStream,
    counts: {
      /** Recorded units of the two variants that are simulated. */
      readonly control: number;
      readonly treatment: number;
      /** Units assigned to the other variants, and the share of them that is recorded. */
      readonly others: number;
      readonly recordedShare: number;
    },
  ) => boolean;
}

/** Pearson's chi-square of the counts against the weights, beyond the value that its level names. */
export function ratioAlarm(plan: Plan, { treatmentIndex }: Comparison): RatioAlarm {
  const level = plan.design.ratioAlarmLevel ?? usualAlarmLevel;
  const weights = plan.variants.map(({ weight }) => weight);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const critical = chiSquareUpperQuantile(level, weights.length - 1);
  const others = weights.flatMap((weight, i) => (i === 0 || i === treatmentIndex ? [] : [weight]));
  const known = (weights[0] ?? 0) + (weights[treatmentIndex] ?? 0);
  const part = (count: number, share: number, total: number): number => {
    const expected = total * share;
    return ((count - expected) / expected) * (count - expected);
  };
  return {
    level,
    raises: (stream, { control, treatment, others: assigned, recordedShare }) => {
      const observed = [control, treatment];
      let left = assigned;
      let leftWeight = all - known;
      others.forEach((weight, i) => {
        const isLast = i === others.length - 1;
        const came = isLast ? left : sampleBinomial(stream, left, Math.min(1, weight / leftWeight));
        observed.push(recordedShare < 1 ? sampleBinomial(stream, came, recordedShare) : came);
        left -= came;
        leftWeight -= weight;
      });
      const total = observed.reduce((sum, count) => sum + count, 0);
      const shares = [weights[0] ?? 0, weights[treatmentIndex] ?? 0, ...others];
      const statistic = observed.reduce(
        (sum, count, i) => sum + part(count, (shares[i] ?? 0) / all, total),
        0,
      );
      return statistic > critical;
    },
  };
}
