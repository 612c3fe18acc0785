import type { AnalysisMethod } from './analysisMethod';
import { scoreEvidence } from './scoreEvidence';
import { sharesOf } from './sharesOf';

/** The pooled z, which is the score test; its interval holds the differences that it does not refute. */
export const zPooled: AnalysisMethod = {
  name: 'Two-proportion z test, pooled variance (score test)',
  source: 'R, prop.test(correct = FALSE); interval of Miettinen and Nurminen without N/(N-1)',
  needs: {},
  adjusts: false,
  evidence: (input) => scoreEvidence(sharesOf(input)),
};
