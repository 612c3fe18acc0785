import type { MetricSums } from '../data/metricSums';
import type { AnalysisMethod } from './analysisMethod';
import { waldEvidence } from './waldEvidence';

/** Welch and Satterthwaite's degrees of freedom. */
export function welchDegreesOfFreedom(
  one: { readonly variance: number; readonly units: number },
  other: { readonly variance: number; readonly units: number },
): number {
  const a = one.variance / one.units;
  const b = other.variance / other.units;
  return ((a + b) * (a + b)) / ((a * a) / (one.units - 1) + (b * b) / (other.units - 1));
}

/** √(s₁²/n₁ + s₂²/n₂). */
export function unpooledError(control: MetricSums, treatment: MetricSums): number {
  return Math.sqrt(control.variance / control.units + treatment.variance / treatment.units);
}

/** Welch's t test: variances may differ. */
export const welchTest: AnalysisMethod = {
  name: "Welch's t test",
  source: 'Welch, Biometrika 34, 1947; R, t.test',
  needs: { spread: true },
  adjusts: true,
  evidence: ({ control, treatment }) =>
    waldEvidence({
      estimate: treatment.sums.mean - control.sums.mean,
      standardError: unpooledError(control.sums, treatment.sums),
      degreesOfFreedom: welchDegreesOfFreedom(control.sums, treatment.sums),
    }),
};
