import { analysisMethods } from '../../experiment/analysis/tests/registry';
import { planAnalysis } from '../../experiment/sequential/planAnalysis';
import { analysedRecursion } from '../../experiment/sequential/analysedRecursion';
import { analysisName } from '../../experiment/sequential/analysisName';
import { crossingProbabilities, totalOf } from '../../experiment/sequential/crossingProbabilities';
import { situationAt } from '../../experiment/size/analysedMethod';
import type { Comparison } from '../../experiment/size/comparison';
import { sizeMethodOf, sizeMethods } from '../../experiment/size/sizeMethods';
import { metricTests, type MetricTest } from '../../experiment/plan/metricKinds';
import type { LaunchStatistic } from '../statistics/launchStatistic';
import type { ReadDifference } from '../statistics/measuredDifference';
import type { RuleTerms } from './analysisRule';
import { prepareRule, type PreparedRule } from './preparedRule';

/** A rule as a run uses it: made ready, and where its looks are. */
export interface RunRule {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly prepared: PreparedRule;
  readonly looks: readonly { readonly units: number; readonly day: number }[];
  /** Steps of the looks in the launch with the effect and in the one without. */
  readonly effectSteps: Int32Array;
  readonly noneSteps: Int32Array;
  readonly formula: { readonly power: number; readonly falseAlarms: number } | null;
}

/** Makes a rule ready for a run of `total` units that come as `unitsByDay` says. */
export function runRule(
  { id, title, terms }: { readonly id: string; readonly title: string; readonly terms: RuleTerms },
  {
    comparison,
    total,
    unitsByDay,
    statistic,
    read,
  }: {
    readonly comparison: Comparison;
    readonly total: number;
    readonly unitsByDay: readonly number[];
    readonly statistic: LaunchStatistic;
    readonly read: ReadDifference;
  },
): Omit<RunRule, 'effectSteps' | 'noneSteps'> {
  const own: Comparison = { ...comparison, analysis: terms.analysis };
  const method = sizeMethods[comparison.metric.test];
  const prepared = prepareRule({
    comparison: own,
    analysis: terms.analysis,
    method,
    total,
    statistic,
    read,
  });
  return {
    id,
    ...nameOf(own, terms, title),
    prepared,
    looks: prepared.fractions.map((fraction) => lookAt(fraction * total, { total, unitsByDay })),
    formula: formulaOf(own, terms, total),
  };
}

/** A look is taken at whole units, on the day that brings the last of them. */
export function lookAt(
  units: number,
  { total, unitsByDay }: { readonly total: number; readonly unitsByDay: readonly number[] },
): { readonly units: number; readonly day: number } {
  const whole = Math.min(total, Math.max(1, Math.round(units)));
  return { units: whole, day: unitsByDay.findIndex((by) => by >= whole) + 1 };
}

function nameOf(comparison: Comparison, { test, analysis }: RuleTerms, title: string) {
  const method = analysisMethods[test];
  if (analysis.kind === 'fixed-horizon') return { name: title, source: method?.source ?? '' };
  return analysisName(analysis, comparison.sides);
}

function isSized(test: string): test is MetricTest {
  return (metricTests as readonly string[]).includes(test);
}

/** Power and false alarms by the formulas of planning; null where they have none for the test. */
function formulaOf(
  comparison: Comparison,
  { test, analysis }: RuleTerms,
  total: number,
): RunRule['formula'] {
  const { metric } = comparison;
  if (!isSized(test) || (test === 'negative-binomial' && metric.kind === 'proportion')) return null;
  if (test === 'welch' && metric.kind !== 'mean' && metric.kind !== 'revenue') return null;
  const asked = { ...comparison, metric: { ...metric, test } };
  const power = sizeMethodOf({ test }).power(asked, total);
  return { power, falseAlarms: falseAlarmsOf(asked, analysis, total) };
}

function falseAlarmsOf(
  comparison: Comparison,
  analysis: ReturnType<typeof planAnalysis>,
  total: number,
): number {
  const { significanceLevel, hypothesis, sides } = comparison;
  const isMargin = hypothesis !== 'superiority';
  if (analysis.kind === 'fixed-horizon') {
    return isMargin && hypothesis !== 'equivalence' ? significanceLevel / sides : significanceLevel;
  }
  const method = sizeMethods[comparison.metric.test];
  const situation = situationAt(method, comparison, total / comparison.inflation);
  const { success, wrong } = crossingProbabilities(analysedRecursion(analysis, situation), 0);
  return totalOf(success) + (isMargin ? 0 : totalOf(wrong));
}
