import type { AnalysisMethod } from './analysisMethod';
import { waldEvidence } from './waldEvidence';
import { unpooledError } from './welchTest';

/** z test of means with the sample's variances. */
export const normalTest: AnalysisMethod = {
  name: 'z test of means, each variance its own',
  source: 'Central limit theorem',
  needs: { spread: true },
  adjusts: true,
  evidence: ({ control, treatment }) =>
    waldEvidence({
      estimate: treatment.sums.mean - control.sums.mean,
      standardError: unpooledError(control.sums, treatment.sums),
    }),
};
