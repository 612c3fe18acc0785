import type { AnalysisMethod } from './analysisMethod';
import { scoreEvidence } from './scoreEvidence';
import { sharesOf } from './sharesOf';

/** The score test against a margin. */
export const farringtonManningTest: AnalysisMethod = {
  name: 'Score test of a difference of proportions (Farrington-Manning)',
  source: 'Farrington and Manning, Statistics in Medicine 9, 1990, 1447-1454',
  needs: {},
  adjusts: false,
  evidence: (input) => scoreEvidence(sharesOf(input)),
};
