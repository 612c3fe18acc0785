import type { AnalysisRule } from './analysisRule';
import { evenFractions } from './evenFractions';

/** Five looks with O'Brien-Fleming type spending, or the plan's own design where that is group sequential. */
export const groupSequential: AnalysisRule = {
  id: 'group-sequential',
  title: "Group sequential, five looks, spending of the O'Brien-Fleming type",
  terms: ({ metric, analysis }) => ({
    test: metric.test,
    analysis:
      analysis.kind === 'group-sequential'
        ? analysis
        : {
            kind: 'group-sequential',
            fractions: evenFractions(5),
            efficacy: { kind: 'spending', spending: { kind: 'lan-demets-obrien-fleming' } },
            isFutilityBinding: false,
          },
  }),
};
