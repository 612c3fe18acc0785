import { log } from '../../../stats/elementary/log';
import type { AnalysisMethod } from './analysisMethod';
import { ratesOf } from './ratesOf';
import { logRatioEvidence } from './logRatioEvidence';

/** Ratio of Poisson rates, normal on the logarithm. */
export const poissonTest: AnalysisMethod = {
  name: 'Poisson rate ratio (Wald on the logarithm)',
  source: 'Rothman, Greenland and Lash, Modern Epidemiology 2008, chapter 14',
  needs: {},
  adjusts: false,
  evidence: (input) => {
    const rates = ratesOf(input);
    const { controlEvents: a, treatmentEvents: b, controlExposure, treatmentExposure } = rates;
    return logRatioEvidence({
      logRatio: log(b / treatmentExposure) - log(a / controlExposure),
      standardError: Math.sqrt(1 / a + 1 / b),
    });
  },
};
