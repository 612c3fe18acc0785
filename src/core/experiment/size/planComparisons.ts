import type { Plan, PlanMetric } from '../plan/planSchema';
import { planAnalysis, type PlanAnalysis } from '../sequential/planAnalysis';
import type { Comparison } from './comparison';
import { correctedLevel } from './correctedLevel';
import { isEnumerable } from './enumerated/isEnumerable';
import { needsEnumeration } from './enumerated/needsEnumeration';
import { givenTotal } from './givenTotal';
import { hypothesisOf } from './hypothesisOf';
import { plannedEffect, plannedMargin } from './plannedEffect';
import { attenuationOf, seenValue } from './seenValue';
import { sizeMethods } from './sizeMethods';
import { stretchesOf } from './stretch';
import { variantShares } from './variantShares';

interface Levels {
  readonly significanceLevel: number;
  readonly power: number;
  readonly analysis: PlanAnalysis;
}

function comparisonsOf(
  plan: Plan,
  metric: PlanMetric,
  { significanceLevel, power, analysis }: Levels,
): readonly Comparison[] {
  const [controlShare = 0, ...treatmentShares] = variantShares(plan);
  const [, ...treatments] = plan.variants;
  const isPaired = sizeMethods[metric.test]?.paired ?? false;
  const attenuation = attenuationOf(metric);
  const baseline = seenValue(metric, metric.baseline);
  const effect = plannedEffect(metric) * attenuation;
  const inflation = stretchesOf(plan, metric).reduce((product, { factor }) => product * factor, 1);
  const { sides, powerCounts, success = 'any' } = plan.design;
  const given = givenTotal(plan);
  return treatments.map((treatment, i) =>
    judged(given, {
      metric,
      treatment,
      treatmentIndex: i + 1,
      controlShare: isPaired ? 1 : controlShare,
      treatmentShare: isPaired ? 1 : (treatmentShares[i] ?? 0),
      baseline,
      target: baseline + effect,
      effect,
      significanceLevel,
      sides: sides === 'two' ? 2 : 1,
      hypothesis: hypothesisOf(metric),
      margin: plannedMargin(metric) * attenuation,
      better: metric.direction === 'increase' ? 1 : -1,
      countsWrongTail: powerCounts === 'either-direction',
      power,
      success,
      inflation,
      attenuation,
      trueBaseline: metric.baseline,
      enumerated: false,
      analysis,
    }),
  );
}

/** Sizes and power are those of the formula, unless it gives (or the plan fixes) a size with too few events for it. */
function judged(given: number | null, comparison: Comparison): Comparison {
  if (!isEnumerable(comparison)) return comparison;
  const method = sizeMethods[comparison.metric.test];
  const needed = method.totalSampleSize(comparison, comparison.power);
  const enumerated =
    needsEnumeration(comparison, needed) || (given !== null && needsEnumeration(comparison, given));
  return enumerated ? { ...comparison, enumerated } : comparison;
}

/** Power that each primary metric needs for all to show their effect: the misses are shared out. */
function powerOfEach({ design }: Plan, metrics: number): number {
  return design.success === 'all' ? 1 - (1 - design.power) / metrics : design.power;
}

/** Plans are never changed: their comparisons are worked out once, however many questions follow. */
const known = new WeakMap<Plan, readonly Comparison[]>();

/** Every treatment against the control on every primary metric, metric by metric in the plan's order. */
export function planComparisons(plan: Plan): readonly Comparison[] {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const found = comparisonsOfPrimary(plan);
  known.set(plan, found);
  return found;
}

function comparisonsOfPrimary(plan: Plan): readonly Comparison[] {
  const metrics = plan.metrics.filter(({ role }) => role === 'primary');
  const tested = plan.design.success === 'all' ? 1 : metrics.length;
  const significanceLevel = correctedLevel(plan.design, {
    metrics: tested,
    shares: variantShares(plan),
  });
  const power = powerOfEach(plan, metrics.length);
  const analysis = planAnalysis(plan.design);
  return metrics.flatMap((metric) =>
    comparisonsOf(plan, metric, { significanceLevel, power, analysis }),
  );
}

/** Every treatment against the control on every guardrail that has a margin: each at the plan's own level, once, at the end. */
export function guardrailComparisons(plan: Plan): readonly Comparison[] {
  const { significanceLevel, power } = plan.design;
  return plan.metrics
    .filter(({ role, margin }) => role === 'guardrail' && margin !== undefined)
    .flatMap((metric) =>
      comparisonsOf(plan, metric, {
        significanceLevel,
        power,
        analysis: { kind: 'fixed-horizon' },
      }),
    );
}
