import type { AnalysisMethod } from '../../experiment/analysis/tests/analysisMethod';
import type { PlanMetric } from '../../experiment/plan/planSchema';
import { noEffect } from '../../experiment/analysis/tests/evidence';
import { armAt } from './evidenceStatistic';
import type { ReadDifference } from './measuredDifference';

/** The difference as a test of ranks or quantiles estimates it: less what it is without an effect. */
export function evidenceReader(method: AnalysisMethod, metric: PlanMetric): ReadDifference {
  return ({ control, treatment, centre }, step, into) => {
    if ((control.units[step] as number) < 2 || (treatment.units[step] as number) < 2) {
      into.estimate = NaN;
      into.variance = NaN;
      return;
    }
    const evidence = method.evidence({
      metric,
      control: armAt(control, { step, centre, method }),
      treatment: armAt(treatment, { step, centre, method }),
      pairs: null,
      seed: 1,
    });
    const error = evidence.standardError ?? NaN;
    into.estimate = evidence.estimate - noEffect(evidence.scale);
    into.variance = error * error;
  };
}
