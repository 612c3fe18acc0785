import type { Diagnostic } from '../../model/diagnostic';
import type { JsonPath } from '../../model/json';
import { formatDecimal } from '../../report/formatNumber';
import type { Plan } from '../plan/planSchema';
import { decidingComparison } from './decidingComparison';
import { planComparisons } from './planComparisons';

/**
 * Something wrong with a plan's values. `path` names the value within the plan; a plan does not know its
 * text, so `span` is its very beginning until a reader of the text puts the real place there.
 */
export interface PlanDiagnostic extends Diagnostic {
  readonly path: JsonPath;
}

function problem(code: string, path: JsonPath, message: string): PlanDiagnostic {
  const start = { line: 0, column: 0 };
  return { code, severity: 'error', message, span: { start, end: start }, path };
}

/** Why a plan has no sample size, in the plan's order; empty where it has one. */
export function sizeProblems(plan: Plan): readonly PlanDiagnostic[] {
  const problems = [...structureProblems(plan), ...valueProblems(plan), ...powerProblems(plan)];
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

function valueProblems(plan: Plan): readonly PlanDiagnostic[] {
  const seen = new Set<string>();
  const problems: PlanDiagnostic[] = [];
  for (const { metric, baseline, target, effect } of planComparisons(plan)) {
    if (seen.has(metric.name)) continue;
    seen.add(metric.name);
    const index = plan.metrics.indexOf(metric);
    if (!(baseline > 0 && baseline < 1)) {
      problems.push(
        problem(
          'plan-baseline-unusable',
          ['metrics', index, 'baseline'],
          `The baseline of "${metric.name}" is a share strictly between 0 and 1, not ${baseline}.`,
        ),
      );
    } else if (!(effect !== 0 && target > 0 && target < 1)) {
      problems.push(
        problem(
          'plan-effect-unreachable',
          ['metrics', index, 'minimumDetectableEffect'],
          `With this effect "${metric.name}" would go from ${formatDecimal(baseline, 6)} to ${formatDecimal(target, 6)}; it has to move, and to stay strictly between 0 and 1.`,
        ),
      );
    }
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
  const atNoUnits = significanceLevel / (design.sides === 'two' ? 2 : 1);
  if (power > atNoUnits) return [];
  return [
    problem(
      'plan-power-without-data',
      ['design', 'power'],
      `A power of ${formatDecimal(power, 6)} needs no data: chance alone gives ${formatDecimal(atNoUnits, 6)} in the planned direction at this significance level. Write a power above it, usually 0.8 or 0.9.`,
    ),
  ];
}

function totalProblems(plan: Plan): readonly PlanDiagnostic[] {
  const need = decidingComparison(plan);
  if (need === null || need.total <= Number.MAX_VALUE) return [];
  const index = plan.metrics.indexOf(need.comparison.metric);
  const message = `The effect of "${need.comparison.metric.name}" is so small that no number can hold the sample size. Write a larger one.`;
  return [problem('plan-size-overflow', ['metrics', index, 'minimumDetectableEffect'], message)];
}
