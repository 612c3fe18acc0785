import { binomialCdf } from '../../../stats/distributions/binomialCdf';
import { binomialUpperTail } from '../../../stats/distributions/binomialUpperTail';
import type { AnalysisMethod } from './analysisMethod';
import { waldEvidence } from './waldEvidence';

/** Fewer discordant pairs than this are tested exactly. */
const fewPairs = 25;

/** McNemar's test of shares of the same units; exact where few pairs differ. */
export const mcnemarTest: AnalysisMethod = {
  name: "McNemar's test",
  source: 'McNemar, Psychometrika 12, 1947; exact binomial below 25 discordant pairs',
  needs: { pairs: true },
  adjusts: false,
  evidence: ({ pairs }) => {
    const treatment = pairs?.onlyTreatment ?? 0;
    const control = pairs?.onlyControl ?? 0;
    const units = pairs?.differences.units ?? 0;
    const discordant = treatment + control;
    const estimate = (treatment - control) / units;
    const wald = waldEvidence({
      estimate,
      standardError: Math.sqrt(discordant / units - estimate * estimate) / Math.sqrt(units),
    });
    const atNull = waldEvidence({ estimate, standardError: Math.sqrt(discordant) / units });
    const greater = binomialUpperTail(treatment - 1, discordant, 0.5);
    const less = binomialCdf(treatment, discordant, 0.5);
    return {
      ...wald,
      statistic: atNull.statistic,
      pValue: (nullValue, alternative) => {
        if (nullValue !== 0) return wald.pValue(nullValue, alternative);
        if (discordant >= fewPairs) return atNull.pValue(0, alternative);
        if (alternative === 'greater') return greater;
        if (alternative === 'less') return less;
        return Math.min(1, 2 * Math.min(greater, less));
      },
    };
  },
};
