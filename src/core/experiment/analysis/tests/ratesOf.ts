import type { TwoRates } from '../../../stats/tests/poissonRatesTest';
import type { TestInput } from './analysisMethod';

/** Events and exposure of both variants; of a count the exposure is its units. */
export function ratesOf({ metric, control, treatment }: TestInput): TwoRates {
  const isRate = metric.kind === 'rate';
  return {
    controlEvents: Math.round(control.sums.total),
    controlExposure: control.sums.units * (isRate ? control.sums.denominatorMean : 1),
    treatmentEvents: Math.round(treatment.sums.total),
    treatmentExposure: treatment.sums.units * (isRate ? treatment.sums.denominatorMean : 1),
  };
}
