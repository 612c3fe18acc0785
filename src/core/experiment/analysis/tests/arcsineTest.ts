import { asin } from '../../../stats/elementary/asin';
import { shareDifferenceIntervals } from '../../../stats/intervals/shareDifferenceIntervals';
import type { AnalysisMethod } from './analysisMethod';
import type { Evidence } from './evidence';
import { observedShares, sharesOf } from './sharesOf';
import { waldEvidence } from './waldEvidence';

/** Shares on the arcsine scale, where their variance is 1/n; the interval is Newcombe's. */
export const arcsineTest: AnalysisMethod = {
  name: "Arcsine test (Cohen's h)",
  source: 'Cohen 1988, chapter 6; interval: Newcombe 1998, method 10',
  needs: {},
  adjusts: false,
  evidence: (input): Evidence => {
    const table = sharesOf(input);
    const { control, treatment } = observedShares(table);
    const estimate = treatment - control;
    const angle = (share: number): number => 2 * asin(Math.sqrt(Math.min(1, Math.max(0, share))));
    const wald = waldEvidence({
      estimate: angle(treatment) - angle(control),
      standardError: Math.sqrt(1 / table.controlTrials + 1 / table.treatmentTrials),
    });
    return {
      ...wald,
      estimate,
      standardError: null,
      pValue: (nullValue, alternative) =>
        wald.pValue(angle(control + nullValue) - angle(control), alternative),
      interval: (tail) => shareDifferenceIntervals.newcombe(table, 1 - 2 * tail),
    };
  },
};
