import { log } from '../../../stats/elementary/log';
import type { MetricSums } from '../data/metricSums';
import type { AnalysisMethod } from './analysisMethod';
import { logRatioEvidence } from './logRatioEvidence';
import { ratesOf } from './ratesOf';

/** Ratio of mean counts; the variance is the units' own, so that counts may vary more than Poisson's. */
export const negativeBinomialTest: AnalysisMethod = {
  name: 'Rate ratio with overdispersion (delta method on the logarithm)',
  source: 'Variance of each mean from its units, as of a negative binomial by moments',
  needs: { spread: true },
  adjusts: false,
  evidence: (input) => {
    const r = ratesOf(input);
    const relative = ({ variance, units, mean }: MetricSums): number =>
      variance / units / (mean * mean);
    return logRatioEvidence({
      logRatio: log(
        r.treatmentEvents / r.treatmentExposure / (r.controlEvents / r.controlExposure),
      ),
      standardError: Math.sqrt(relative(input.control.sums) + relative(input.treatment.sums)),
    });
  },
};
