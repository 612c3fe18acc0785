import { formatDecimal } from '../../report/formatNumber';
import { metricKindRules } from '../plan/metricKinds';
import type { Plan, PlanMetric } from '../plan/planSchema';
import type { Comparison } from './comparison';
import { type PlanDiagnostic, problem } from './planDiagnostic';
import { guardrailComparisons, planComparisons } from './planComparisons';
import { ratioVariance } from './methods/deltaMethod';
import { sizeMethods } from './sizeMethods';

type Check = (comparison: Comparison, index: number) => PlanDiagnostic | null;

/** The first thing wrong with each metric that is sized, in the plan's order. */
export function metricProblems(plan: Plan): readonly PlanDiagnostic[] {
  const seen = new Set<string>();
  const problems: PlanDiagnostic[] = [];
  for (const comparison of [...planComparisons(plan), ...guardrailComparisons(plan)]) {
    const { metric } = comparison;
    if (seen.has(metric.name)) continue;
    seen.add(metric.name);
    const index = plan.metrics.indexOf(metric);
    for (const check of checks) {
      const found = check(comparison, index);
      if (found === null) continue;
      problems.push(found);
      break;
    }
  }
  return problems;
}

const checks: readonly Check[] = [
  baselineUsable,
  testFits,
  spreadKnown,
  labelsTell,
  effectReachable,
  marginHolds,
  marginReachable,
];

function boundsInWords({ kind }: PlanMetric): string {
  const { above, below } = metricKindRules[kind].baseline;
  return `above ${above}${Number.isFinite(below) ? ` and below ${below}` : ''}`;
}

function isWithin({ kind }: PlanMetric, value: number): boolean {
  const { above, below } = metricKindRules[kind].baseline;
  return value > above && value < below;
}

function baselineUsable({ metric }: Comparison, index: number): PlanDiagnostic | null {
  if (isWithin(metric, metric.baseline)) {
    const effect = metric.minimumDetectableEffect;
    const isRelative = 'relative' in effect || 'relative' in (metric.margin ?? {});
    if (metric.baseline !== 0 || (!isRelative && metric.test !== 'relative-lift')) return null;
    const message = `The baseline of "${metric.name}" is 0, and a share of 0 is nothing: write the effect as absolute.`;
    return problem('plan-baseline-unusable', ['metrics', index, 'baseline'], message);
  }
  const { noun, why } = metricKindRules[metric.kind];
  const message =
    metric.kind === 'proportion'
      ? `The baseline of "${metric.name}" is a share strictly between 0 and 1, not ${metric.baseline}: ${why}.`
      : `The baseline of "${metric.name}" is ${metric.baseline}, but for ${noun} it must be ${boundsInWords(metric)}: ${why}.`;
  return problem('plan-baseline-unusable', ['metrics', index, 'baseline'], message);
}

function testFits({ metric, hypothesis }: Comparison, index: number): PlanDiagnostic | null {
  const path = ['metrics', index, 'test'];
  const { tests, noun } = metricKindRules[metric.kind];
  if (!tests.includes(metric.test)) {
    const message = `"${metric.test}" is no test for ${noun}. Write one of ${tests.join(', ')}.`;
    return problem('plan-test-unfit', path, message);
  }
  if (hypothesis === 'superiority' || sizeMethods[metric.test].margins) return null;
  const able = tests.filter((test) => sizeMethods[test].margins);
  const ways = able.length === 0 ? 'Remove the margin.' : `Write test: ${able.join(' or ')}.`;
  const message = `"${metric.test}" assumes no difference and cannot be sized for ${hypothesis} of "${metric.name}". ${ways}`;
  return problem('plan-test-without-margin', path, message);
}

/** The details that the metric's kind needs are there, and no variance is negative. */
function spreadKnown({ metric, effect }: Comparison, index: number): PlanDiagnostic | null {
  const at = (key: string) => ['metrics', index, key];
  for (const key of metricKindRules[metric.kind].needs) {
    const value = metric[key];
    if (value !== undefined && value > 0) continue;
    const message = `"${metric.name}" needs ${key}, a number above 0${value === undefined ? '' : `, not ${value}`}: without it there is no variance to size with.`;
    return problem('plan-spread-unusable', at(key), message);
  }
  if (metric.dispersion !== undefined && !(metric.dispersion >= 0)) {
    const message = `The dispersion of "${metric.name}" is ${metric.dispersion}, but it is at least 0: a count varies at least as a Poisson count does.`;
    return problem('plan-spread-unusable', at('dispersion'), message);
  }
  if (metric.kind === 'ratio' && !(ratioVariance(metric) > 0)) {
    const message = `Deviations and correlation of "${metric.name}" leave a variance of ${formatDecimal(ratioVariance(metric), 4)}, but it must be above 0: numerator and denominator would always move together.`;
    return problem('plan-spread-unusable', at('numeratorDenominatorCorrelation'), message);
  }
  if (metric.test !== 'mcnemar' || (metric.discordantShare ?? 0) > Math.abs(effect)) return null;
  const message = `Pairs that differ (${formatDecimal(metric.discordantShare ?? 0, 4)}) must be more than the effect (${formatDecimal(Math.abs(effect), 4)}): the effect is the difference between those one way and the other. Write a larger discordantShare.`;
  return problem('plan-spread-unusable', at('discordantShare'), message);
}

function labelsTell({ metric }: Comparison, index: number): PlanDiagnostic | null {
  const { label } = metric;
  if (label === undefined || label.sensitivity + label.specificity > 1) return null;
  const message = `Sensitivity ${label.sensitivity} and specificity ${label.specificity} of "${metric.name}" sum to ${formatDecimal(label.sensitivity + label.specificity, 4)}, but they must to more than 1: such a label says no more than a coin.`;
  return problem('plan-label-useless', ['metrics', index, 'label'], message);
}

function effectReachable(comparison: Comparison, index: number): PlanDiagnostic | null {
  const { metric, baseline, target, effect, hypothesis } = comparison;
  const moves = hypothesis !== 'superiority' || effect !== 0;
  const isWithinRange = Number.isFinite(target) && isWithin(metric, target);
  if (moves && isWithinRange) return null;
  const key = hypothesis === 'superiority' ? 'minimumDetectableEffect' : 'expectedDifference';
  const path = ['metrics', index, key];
  if (isWithinRange) {
    const message = `The effect of "${metric.name}" is 0, but it is above 0: no number of units shows that nothing changed. Write the smallest change worth finding, or a margin.`;
    return problem('plan-effect-unreachable', path, message);
  }
  const { noun, why } = metricKindRules[metric.kind];
  const bounds = metric.kind === 'proportion' ? 'strictly between 0 and 1' : boundsInWords(metric);
  const message = `With this effect "${metric.name}" would go from ${formatDecimal(baseline, 6)} to ${formatDecimal(target, 6)}, but ${noun} stays ${bounds}: ${why}. Write a smaller effect.`;
  return problem('plan-effect-unreachable', path, message);
}

/** A margin is positive, and the true difference within it. */
function marginHolds(comparison: Comparison, index: number): PlanDiagnostic | null {
  const { metric, margin, hypothesis, better, effect } = comparison;
  if (hypothesis === 'superiority') return null;
  const given = metric.margin ?? { absolute: 0 };
  const size = 'relative' in given ? given.relative : given.absolute;
  if (!(size > 0) || !(margin > 0)) {
    const message = `The margin of "${metric.name}" is ${size}, but it is above 0: direction (${metric.direction} is better) says which side is worse. Write it without a sign.`;
    return problem('plan-margin-sign', ['metrics', index, 'margin'], message);
  }
  const room = hypothesis === 'equivalence' ? margin - Math.abs(effect) : margin + better * effect;
  if (room > 0) return null;
  const message = `The expected difference of "${metric.name}" (${formatDecimal(effect, 6)}) is at or beyond the margin (${formatDecimal(margin, 6)}): no size can show what is not so. Write a larger margin, or another expectedDifference (treatment minus control, with its sign).`;
  return problem('plan-margin-exceeded', ['metrics', index, 'expectedDifference'], message);
}

/** The boundary is a value the metric can take. */
function marginReachable(comparison: Comparison, index: number): PlanDiagnostic | null {
  const { metric, margin, hypothesis, better, baseline } = comparison;
  if (hypothesis === 'superiority') return null;
  const ends = [
    baseline - better * margin,
    ...(hypothesis === 'equivalence' ? [baseline + better * margin] : []),
  ];
  const outside = ends.find((end) => !isWithin(metric, end));
  if (outside === undefined) return null;
  const message = `The margin of "${metric.name}" reaches to ${formatDecimal(outside, 6)}, but ${metricKindRules[metric.kind].noun} stays ${boundsInWords(metric)}. Write a smaller margin.`;
  return problem('plan-margin-unreachable', ['metrics', index, 'margin'], message);
}
