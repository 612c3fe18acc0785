import type { TwoShares } from '../../../stats/tests/twoShares';
import type { TestInput } from './analysisMethod';

/** The successes and trials of a proportion. Sums of zeros and ones are whole up to rounding. */
export function sharesOf({
  control,
  treatment,
}: Pick<TestInput, 'control' | 'treatment'>): TwoShares {
  return {
    controlSuccesses: Math.round(control.sums.total),
    controlTrials: control.sums.units,
    treatmentSuccesses: Math.round(treatment.sums.total),
    treatmentTrials: treatment.sums.units,
  };
}

/** Both observed shares. */
export function observedShares(table: TwoShares): {
  readonly control: number;
  readonly treatment: number;
} {
  return {
    control: table.controlSuccesses / table.controlTrials,
    treatment: table.treatmentSuccesses / table.treatmentTrials,
  };
}
