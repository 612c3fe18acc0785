import type { AnalysisMethod } from './analysisMethod';
import { ratesOf } from './ratesOf';
import { waldEvidence } from './waldEvidence';

/** Difference of Poisson rates: against none with the rate of both together, else with each its own. */
export const poissonScoreTest: AnalysisMethod = {
  name: 'Score test of a difference of Poisson rates',
  source: 'Przyborowski and Wilenski 1940; normal approximation',
  needs: {},
  adjusts: false,
  evidence: (input) => {
    const r = ratesOf(input);
    const control = r.controlEvents / r.controlExposure;
    const treatment = r.treatmentEvents / r.treatmentExposure;
    const pooled =
      (r.controlEvents + r.treatmentEvents) / (r.controlExposure + r.treatmentExposure);
    const estimate = treatment - control;
    const own = waldEvidence({
      estimate,
      standardError: Math.sqrt(control / r.controlExposure + treatment / r.treatmentExposure),
    });
    const atNull = waldEvidence({
      estimate,
      standardError: Math.sqrt(pooled * (1 / r.controlExposure + 1 / r.treatmentExposure)),
    });
    return {
      ...own,
      statistic: atNull.statistic,
      pValue: (nullValue, alternative) =>
        (nullValue === 0 ? atNull : own).pValue(nullValue, alternative),
    };
  },
};
