import { normalQuantile } from '../../../stats/distributions/normalQuantile';
import { poissonRatesTest, poissonRatioInterval } from '../../../stats/tests/poissonRatesTest';
import type { AnalysisMethod } from './analysisMethod';
import { ratesOf } from './ratesOf';

/** Exact comparison of two Poisson rates. */
export const poissonExact: AnalysisMethod = {
  name: 'Exact test of two Poisson rates',
  source: 'R, poisson.test',
  needs: {},
  adjusts: false,
  evidence: (input) => {
    const rates = ratesOf(input);
    const estimate =
      rates.treatmentEvents /
      rates.treatmentExposure /
      (rates.controlEvents / rates.controlExposure);
    const { twoSided } = poissonRatesTest(rates);
    const sign = estimate < 1 ? -1 : 1;
    return {
      scale: 'ratio',
      estimate,
      standardError: null,
      statistic: {
        name: 'z',
        value: -sign * normalQuantile(twoSided / 2),
        degreesOfFreedom: null,
      },
      pValue: (ratio, alternative) => {
        const found = poissonRatesTest(rates, ratio);
        if (alternative === 'two-sided') return found.twoSided;
        return alternative === 'greater' ? found.greater : found.less;
      },
      interval: (tail) => poissonRatioInterval(rates, tail),
      notes: [],
    };
  },
};
