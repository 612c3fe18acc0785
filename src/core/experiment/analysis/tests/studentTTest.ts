import type { AnalysisMethod } from './analysisMethod';
import { waldEvidence } from './waldEvidence';

/** Student's t test: one variance for both. */
export const studentTTest: AnalysisMethod = {
  name: "Student's t test, pooled variance",
  source: 'Student 1908; R, t.test(var.equal = TRUE)',
  needs: { spread: true },
  adjusts: true,
  evidence: ({ control: { sums: c }, treatment: { sums: t } }) => {
    const degreesOfFreedom = c.units + t.units - 2;
    const variance = ((c.units - 1) * c.variance + (t.units - 1) * t.variance) / degreesOfFreedom;
    return waldEvidence({
      estimate: t.mean - c.mean,
      standardError: Math.sqrt(variance * (1 / c.units + 1 / t.units)),
      degreesOfFreedom,
    });
  },
};
