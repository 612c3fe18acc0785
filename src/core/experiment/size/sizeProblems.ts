import { formatCount, formatDecimal } from '../../report/formatNumber';
import { analysisProblems } from './analysisProblems';
import type { Plan } from '../plan/planSchema';
import { decidingComparison } from './decidingComparison';
import { mostExactUnits } from './exact/exactMethod';
import { metricProblems } from './metricProblems';
import { type PlanDiagnostic, problem } from './planDiagnostic';
import { sizeMethodOf, sizeMethods } from './sizeMethods';

/** Why a plan has no sample size, in the plan's order; empty where it has one. */
export function sizeProblems(plan: Plan): readonly PlanDiagnostic[] {
  const problems = [
    ...structureProblems(plan),
    ...metricProblems(plan),
    ...designProblems(plan),
    ...powerProblems(plan),
  ];
  return problems.length > 0 ? problems : totalProblems(plan);
}

function structureProblems(plan: Plan): readonly PlanDiagnostic[] {
  const problems: PlanDiagnostic[] = [];
  const weights = plan.variants.map(({ weight }) => weight);
  if (weights.length < 2 || !weights.every((weight) => weight > 0 && Number.isFinite(weight))) {
    problems.push(
      problem(
        'plan-variants-unusable',
        ['variants'],
        'An experiment compares at least two variants, each with a weight above 0.',
      ),
    );
  }
  if (!plan.metrics.some(({ role }) => role === 'primary')) {
    problems.push(
      problem(
        'plan-primary-metric-missing',
        ['metrics'],
        'No metric has the role "primary", so there is nothing to size the experiment by. Write role: primary on the metric that decides.',
      ),
    );
  }
  return problems;
}

function powerProblems({ design }: Plan): readonly PlanDiagnostic[] {
  const { significanceLevel, power } = design;
  if (!(significanceLevel > 0 && significanceLevel < 1)) {
    const message = `The significance level is strictly between 0 and 1, not ${significanceLevel}.`;
    return [problem('plan-significance-unusable', ['design', 'significanceLevel'], message)];
  }
  if (!(power > 0 && power < 1)) {
    const message = `Power is strictly between 0 and 1, not ${power}.`;
    return [problem('plan-power-unusable', ['design', 'power'], message)];
  }
  const { sides, powerCounts } = design;
  const isOneTail = sides === 'two' && powerCounts !== 'either-direction';
  const atNoUnits = significanceLevel / (isOneTail ? 2 : 1);
  if (power > atNoUnits) return [];
  return [
    problem(
      'plan-power-without-data',
      ['design', 'power'],
      `A power of ${formatDecimal(power, 6)} needs no data: chance alone gives ${formatDecimal(atNoUnits, 6)} ${powerCounts === 'either-direction' ? 'either way' : 'in the planned direction'} at this significance level. Write a power above it, usually 0.8 or 0.9.`,
    ),
  ];
}

/** What the plan's design asks of its tests as a whole. */
function designProblems(plan: Plan): readonly PlanDiagnostic[] {
  const primary = plan.metrics.filter(({ role }) => role === 'primary');
  const paired = primary.filter(({ test }) => sizeMethods[test]?.paired === true);
  const problems: PlanDiagnostic[] = [];
  if (paired.length > 0 && paired.length < primary.length) {
    const message =
      'Some primary metrics are tested in pairs (each unit has every variant) and some between units. One experiment is one or the other: give them tests of the same sort.';
    problems.push(problem('plan-tests-mixed', ['metrics'], message));
  }
  problems.push(...analysisProblems(plan));
  if (paired.length > 0 && plan.design.cluster !== undefined) {
    const message =
      'Clusters are assigned to variants as a whole, but in a paired test each unit has every variant. Remove cluster, or choose another test.';
    problems.push(problem('plan-cluster-paired', ['design', 'cluster'], message));
  }
  return problems;
}

function totalProblems(plan: Plan): readonly PlanDiagnostic[] {
  const need = decidingComparison(plan);
  if (need === null) return [];
  const { metric } = need.comparison;
  const index = plan.metrics.indexOf(metric);
  const at = need.comparison.hypothesis === 'superiority' ? 'minimumDetectableEffect' : 'margin';
  if (Number.isFinite(need.total)) {
    if (need.total <= Number.MAX_SAFE_INTEGER) return [];
  } else if (sizeMethodOf(metric).exact === true) {
    const message = `"${metric.name}" needs more than ${formatCount(mostExactUnits)} units in a variant, and "${metric.test}" is enumerated up to that only: beyond it takes too long. Write test: z-unpooled and let a simulation (Monte Carlo) check it, or a larger effect.`;
    return [problem('plan-exact-too-large', ['metrics', index, 'test'], message)];
  }
  const what = at === 'margin' ? 'margin' : 'effect';
  const message = `The ${what} of "${metric.name}" is so small that the sample size (${need.total.toExponential(1)} in all) is beyond 9,007,199,254,740,991, up to which units can be counted exactly; no experiment has so many. Write a larger ${at}.`;
  return [problem('plan-size-overflow', ['metrics', index, at], message)];
}
