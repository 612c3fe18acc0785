import type { AlwaysValidForm } from '../../experiment/sequential/planAnalysis';
import type { AnalysisRule } from './analysisRule';
import { evenFractions } from './evenFractions';

/** An always valid interval, looked at fourteen times or as often as the plan's own always valid design. */
export function alwaysValidRule(
  form: AlwaysValidForm,
  { title, tuning = null }: { readonly title: string; readonly tuning?: number | null },
): AnalysisRule {
  return {
    id: form,
    title,
    terms: ({ metric, analysis }) => {
      const own = analysis.kind === 'always-valid' ? analysis : null;
      const isOwnForm = own?.form === form;
      return {
        test: metric.test,
        analysis: {
          kind: 'always-valid',
          fractions: own?.fractions ?? evenFractions(14),
          form,
          tuning: isOwnForm ? own.tuning : tuning,
          mixing: own?.mixing ?? 1,
        },
      };
    },
  };
}
