import { chiSquareOfShares } from '../../../stats/tests/chiSquareOfShares';
import type { AnalysisMethod } from './analysisMethod';
import { scoreEvidence } from './scoreEvidence';
import { sharesOf } from './sharesOf';

/** Pearson's chi-square of the 2 x 2 table: the square of the pooled z. */
export const chiSquare: AnalysisMethod = {
  name: "Pearson's chi-square test",
  source: 'R, prop.test(correct = FALSE)',
  needs: {},
  adjusts: false,
  evidence: (input) => {
    const table = sharesOf(input);
    const found = chiSquareOfShares([
      { successes: table.controlSuccesses, trials: table.controlTrials },
      { successes: table.treatmentSuccesses, trials: table.treatmentTrials },
    ]);
    return {
      ...scoreEvidence(table),
      statistic: { name: 'χ²', value: found.statistic, degreesOfFreedom: found.degreesOfFreedom },
    };
  },
};
