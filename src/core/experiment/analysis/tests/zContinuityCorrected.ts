import { normalUpperTail } from '../../../stats/distributions/normalUpperTail';
import { normalQuantile } from '../../../stats/distributions/normalQuantile';
import type { AnalysisMethod } from './analysisMethod';
import { observedShares, sharesOf } from './sharesOf';

/** Yates' correction: the difference counts (1/n₁ + 1/n₂)/2 less. */
export const zContinuityCorrected: AnalysisMethod = {
  name: "Two-proportion z test with Yates' continuity correction",
  source: 'R, prop.test',
  needs: {},
  adjusts: false,
  evidence: (input) => {
    const table = sharesOf(input);
    const { control, treatment } = observedShares(table);
    const { controlTrials: n1, treatmentTrials: n2 } = table;
    const estimate = treatment - control;
    const pooled = (table.controlSuccesses + table.treatmentSuccesses) / (n1 + n2);
    const nullError = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
    const own = Math.sqrt((control * (1 - control)) / n1 + (treatment * (1 - treatment)) / n2);
    const step = (1 / n1 + 1 / n2) / 2;
    const shrunk = (gap: number): number => Math.sign(gap) * Math.max(0, Math.abs(gap) - step);
    const errorAt = (nullValue: number): number => (nullValue === 0 ? nullError : own);
    return {
      scale: 'difference',
      estimate,
      standardError: own,
      statistic: { name: 'z', value: shrunk(estimate) / nullError, degreesOfFreedom: null },
      pValue: (nullValue, alternative) => {
        const gap = estimate - nullValue;
        const error = errorAt(nullValue);
        if (alternative === 'greater') return normalUpperTail((gap - step) / error);
        if (alternative === 'less') return normalUpperTail((-gap - step) / error);
        return Math.min(1, 2 * normalUpperTail(Math.abs(shrunk(gap)) / error));
      },
      interval: (tail) => {
        const half = -normalQuantile(tail) * own + step;
        return { low: Math.max(-1, estimate - half), high: Math.min(1, estimate + half) };
      },
      notes: [],
    };
  },
};
