import { fiellerInterval } from '../../../stats/intervals/fiellerInterval';
import { normalQuantile } from '../../../stats/distributions/normalQuantile';
import type { AnalysisMethod } from './analysisMethod';
import { waldEvidence } from './waldEvidence';

/** Test of the relative change by the delta method; Fieller's interval, which keeps its coverage, is named beside it. */
export const relativeLift: AnalysisMethod = {
  name: 'Relative lift, delta method',
  source: 'Deng, Knoblich and Lu, KDD 2018; gbstats',
  needs: { spread: true },
  adjusts: false,
  evidence: ({ control: { sums: c }, treatment: { sums: t } }) => {
    const [v1, v2] = [c.variance / c.units, t.variance / t.units];
    const ratio = t.mean / c.mean;
    const standardError = Math.sqrt(v2 + ratio * ratio * v1) / Math.abs(c.mean);
    const fieller = fiellerInterval(
      { mean: c.mean, variance: v1 },
      { mean: t.mean, variance: v2 },
      -normalQuantile(0.025),
    );
    const percent = (value: number): string => `${(100 * value).toFixed(2)} %`;
    const isBounded = Number.isFinite(fieller.low);
    return waldEvidence({
      scale: 'relative',
      estimate: ratio - 1,
      standardError,
      notes: [
        isBounded
          ? `Fieller's 95 % interval of the relative change, which needs no linearisation, is ${percent(fieller.low)} to ${percent(fieller.high)}.`
          : "The control's mean cannot be told from 0: a relative change means nothing then.",
      ],
    });
  },
};
