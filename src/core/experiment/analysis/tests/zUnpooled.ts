import type { AnalysisMethod } from './analysisMethod';
import { observedShares, sharesOf } from './sharesOf';
import { waldEvidence } from './waldEvidence';

/** Each share's own variance, p(1 - p)/n. */
export const zUnpooled: AnalysisMethod = {
  name: 'Two-proportion z test, unpooled variance',
  source: 'Wald interval; Newcombe, Statistics in Medicine 17, 1998, method 1',
  needs: {},
  adjusts: true,
  evidence: (input) => {
    const table = sharesOf(input);
    const { control, treatment } = observedShares(table);
    return waldEvidence({
      estimate: treatment - control,
      standardError: Math.sqrt(
        (control * (1 - control)) / table.controlTrials +
          (treatment * (1 - treatment)) / table.treatmentTrials,
      ),
    });
  },
};
