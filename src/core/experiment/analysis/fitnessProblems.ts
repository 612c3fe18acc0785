import type { Diagnostic } from '../../model/diagnostic';
import { countOf } from '../../report/countOf';
import type { Plan, PlanMetric } from '../plan/planSchema';
import { dataProblem } from './data/dataProblem';
import type { MetricData } from './data/metricData';
import type { ResultsData } from './data/resultsData';
import { type AnalysisTest, analysisMethods } from './tests/registry';
import { testOf } from './compareArms';

type Tests = Readonly<Record<string, AnalysisTest>>;

/** What stands in the way of testing a metric, or null. */
export function fitnessProblem(
  plan: Plan,
  data: ResultsData,
  { metric, tests }: { readonly metric: MetricData; readonly tests: Tests },
): Diagnostic | null {
  const { name } = metric.metric;
  const test = testOf(metric.metric, tests);
  const method = analysisMethods[test];
  if (method === null) return dataProblem('data-test-unknown', 1, unknownTest(name, test));
  const { needs } = method;
  if (data.kind === 'counts' && (needs.values || needs.buckets || needs.pairs)) {
    return dataProblem(
      'data-rows-needed',
      1,
      `"${name}" is tested by "${test}", which needs each ${plan.unit}'s own value: give a row for each ${plan.unit}, not counts.`,
    );
  }
  if (needs.spread && !metric.hasSpread) {
    return dataProblem(
      'data-spread-needed',
      1,
      `"${name}" is tested by "${test}", which needs how far ${plan.unit}s differ: give a row for each ${plan.unit}, or a column "${name}_deviation".`,
    );
  }
  return needs.pairs ? pairProblem(plan, metric) : armProblem(plan, metric);
}

function unknownTest(name: string, test: AnalysisTest): string {
  return test === 'log-rank'
    ? `"${name}" is a time to event, tested by log-rank: results of such metrics cannot be analysed yet.`
    : `"${name}" is tested by "${test}", by which results cannot be analysed yet. Add --test "${name}=fisher-exact".`;
}

function pairProblem(plan: Plan, { metric, pairs }: MetricData): Diagnostic | null {
  for (let i = 1; i < plan.variants.length; i += 1) {
    const units = pairs?.[i]?.differences.units ?? 0;
    const squares = pairs?.[i]?.differences.squares ?? 0;
    const names = `${plan.variants[0]?.name} and ${plan.variants[i]?.name}`;
    if (units < 2) {
      return dataProblem(
        'data-few-units',
        1,
        `${countOf(units, plan.unit)} with both ${names}: a paired test needs at least two. Give each ${plan.unit} a row in each variant, one below the other, with a column "unit".`,
      );
    }
    if (!(squares > 0))
      return noVariance(metric, `differs by the same between ${names} in every ${plan.unit}`);
  }
  return null;
}

function noVariance(metric: PlanMetric, what: string): Diagnostic {
  return dataProblem(
    'data-no-variance',
    1,
    `"${metric.name}" ${what}: without variance nothing can be tested. Check that the column holds what was measured.`,
  );
}

function armProblem(plan: Plan, { metric, sums, hasDenominator }: MetricData): Diagnostic | null {
  const isCounted = metric.kind === 'count' || metric.kind === 'rate';
  const few = sums.findIndex(({ units }, i) => units < 2 && (plan.variants[i]?.weight ?? 0) > 0);
  if (few >= 0 && !(isCounted && (sums[few]?.units ?? 0) > 0)) {
    return dataProblem(
      'data-few-units',
      1,
      `"${plan.variants[few]?.name}" has ${countOf(sums[few]?.units ?? 0, plan.unit)}: how far ${plan.unit}s differ cannot be told from fewer than two. Wait for more.`,
    );
  }
  if (sums.every(({ squares }) => !(squares > 0)) && !hasDenominator) {
    return noVariance(
      metric,
      `is the same (${sums[0]?.mean}) for every ${plan.unit} of each variant`,
    );
  }
  if (isCounted && sums.some(({ mean }) => !(mean > 0))) {
    return dataProblem(
      'data-no-events',
      1,
      `"${metric.name}" has no events in one of the variants, so that no ratio of rates can be told. Add --test "${metric.name}=poisson-exact".`,
    );
  }
  if (metric.kind === 'ratio' && sums.some(({ denominatorMean }) => !(denominatorMean > 0))) {
    return noVariance(metric, 'has a denominator of 0 in one of the variants');
  }
  return null;
}
