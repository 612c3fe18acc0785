import type { AnalysisMethod } from './analysisMethod';
import { waldEvidence } from './waldEvidence';

/** t test of the differences within units. */
export const pairedTTest: AnalysisMethod = {
  name: 'Paired t test',
  source: 'Student 1908; R, t.test(paired = TRUE)',
  needs: { pairs: true, spread: true },
  adjusts: false,
  evidence: ({ pairs }) => {
    const differences = pairs?.differences;
    const units = differences?.units ?? 0;
    return waldEvidence({
      estimate: differences?.mean ?? NaN,
      standardError: Math.sqrt((differences?.variance ?? NaN) / units),
      degreesOfFreedom: units - 1,
    });
  },
};
