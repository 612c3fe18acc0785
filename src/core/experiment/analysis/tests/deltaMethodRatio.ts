import type { MetricSums } from '../data/metricSums';
import type { AnalysisMethod } from './analysisMethod';
import { waldEvidence } from './waldEvidence';

/** A ratio of sums and the variance of it, by the delta method. */
export function ratioOfSums(sums: MetricSums): {
  readonly ratio: number;
  readonly variance: number;
} {
  const { units, mean, denominatorMean } = sums;
  const ratio = mean / denominatorMean;
  const n = units - 1;
  const unit =
    (sums.squares / n -
      2 * ratio * (sums.denominatorProducts / n) +
      ratio * ratio * (sums.denominatorSquares / n)) /
    (denominatorMean * denominatorMean);
  return { ratio, variance: unit / units };
}

/** Difference of ratios of sums: units are independent, what is divided is not. */
export const deltaMethodRatio: AnalysisMethod = {
  name: 'Ratio of sums, delta method',
  source: 'Deng, Knoblich and Lu, KDD 2018',
  needs: { spread: true },
  adjusts: false,
  evidence: ({ control, treatment }) => {
    const c = ratioOfSums(control.sums);
    const t = ratioOfSums(treatment.sums);
    return waldEvidence({
      estimate: t.ratio - c.ratio,
      standardError: Math.sqrt(c.variance + t.variance),
    });
  },
};
