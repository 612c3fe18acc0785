import { normalQuantile } from '../../../stats/distributions/normalQuantile';
import { shareDifferenceIntervals } from '../../../stats/intervals/shareDifferenceIntervals';
import { fisherExactTest } from '../../../stats/tests/fisherExactTest';
import type { AnalysisMethod } from './analysisMethod';
import { scoreEvidence } from './scoreEvidence';
import { observedShares, sharesOf } from './sharesOf';

/** Fisher's exact test; Newcombe's interval, as the exact one is of an odds ratio. */
export const fisherExact: AnalysisMethod = {
  name: "Fisher's exact test",
  source: 'R, fisher.test; interval: Newcombe 1998, method 10',
  needs: {},
  adjusts: false,
  evidence: (input) => {
    const table = sharesOf(input);
    const found = fisherExactTest(table);
    const { control, treatment } = observedShares(table);
    const sign = treatment < control ? -1 : 1;
    const score = scoreEvidence(table);
    return {
      scale: 'difference',
      estimate: treatment - control,
      standardError: null,
      statistic: {
        name: 'z',
        value: -sign * normalQuantile(Math.min(1, found.twoSided) / 2),
        degreesOfFreedom: null,
      },
      pValue: (nullValue, alternative) => {
        // The exact distribution is that of no difference; against a margin the score test stands in.
        if (nullValue !== 0) return score.pValue(nullValue, alternative);
        if (alternative === 'two-sided') return found.twoSided;
        return alternative === 'greater' ? found.greater : found.less;
      },
      interval: (tail) => shareDifferenceIntervals.newcombe(table, 1 - 2 * tail),
      notes: [],
    };
  },
};
