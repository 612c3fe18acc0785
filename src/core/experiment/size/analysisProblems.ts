import type { Plan } from '../plan/planSchema';
import { hypothesisOf } from './hypothesisOf';
import { type PlanDiagnostic, problem } from './planDiagnostic';
import { sizeMethods } from './sizeMethods';

/** What an analysis with early looks, or a Bayesian one, cannot be sized for. */
export function analysisProblems(plan: Plan): readonly PlanDiagnostic[] {
  const { analysis, prior } = plan.design;
  if (analysis === 'fixed-horizon') return [];
  return plan.metrics.flatMap((metric, index) => {
    if (metric.role !== 'primary') return [];
    const name = `"${metric.name}"`;
    if (sizeMethods[metric.test].exact === true) {
      const message = `${name} is tested by "${metric.test}", which is exact for one look; bounds of several are made for tests whose statistic is nearly normal. Write analysis: fixed-horizon, or test: z-unpooled.`;
      return [problem('plan-analysis-exact', ['metrics', index, 'test'], message)];
    }
    if (hypothesisOf(metric) === 'equivalence') {
      const message = `${name} is to be shown equivalent, which is two tests at once; they are sized for one look only. Write analysis: fixed-horizon, or hypothesis: non-inferiority.`;
      return [problem('plan-analysis-equivalence', ['metrics', index, 'hypothesis'], message)];
    }
    if (analysis === 'bayesian' && prior?.kind === 'beta' && metric.kind !== 'proportion') {
      const message = `The prior is of a share (beta), but ${name} is none. Write prior: { kind: normal, deviation: ... } for the effect, or kind: flat.`;
      return [problem('plan-prior-kind', ['design', 'prior', 'kind'], message)];
    }
    return [];
  });
}
