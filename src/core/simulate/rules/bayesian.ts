import type { AnalysisRule } from './analysisRule';
import { evenFractions } from './evenFractions';

/** A probability to beat of 95 % with a flat prior at one of ten looks, or the plan's own rule where that is Bayesian. */
export const bayesian: AnalysisRule = {
  id: 'bayesian',
  title: 'Bayesian threshold',
  terms: ({ metric, analysis }) => ({
    test: metric.test,
    analysis:
      analysis.kind === 'bayesian'
        ? analysis
        : {
            kind: 'bayesian',
            fractions: evenFractions(10),
            prior: { kind: 'flat' },
            rule: { probability: 0.95 },
          },
  }),
};
