import type { Plan } from '../../plan/planSchema';
import type { Comparison } from '../comparison';
import { daysFor, wholeWeeks } from '../daysFor';
import { planComparisons } from '../planComparisons';
import { type PlanDiagnostic, problem } from '../planDiagnostic';
import { powerAt } from '../powerAt';
import type { VariantSize } from '../sizeAnswer';
import { type SolvedReading, solvePlan } from '../solvePlan';
import type { SolvedAnswer } from '../solvedAnswer';
import type { SolveFor } from '../solveFor';
import { isPairedPlan } from '../isPairedPlan';
import { variantShares } from '../variantShares';
import { roundedUp } from '../wholeNumbers';
import { matchNotes } from './matchNotes';
import { matchSentence } from './matchSentence';
import type { PlannerTool, PlannerToolId } from './plannerTool';
import { plannerTools } from './registry';
import { seenByTool } from './seenByTool';

/**
 * A plan’s size as another planner would give it: `perVariant`, `exact`, total, days and definition are the tool’s, power is
 * that of the plan’s own test at this size. Where the tool cannot size the plan, a diagnostic says why.
 */
export function matchPlan(plan: Plan, id: PlannerToolId, solveFor: SolveFor): SolvedReading {
  const tool = plannerTools[id];
  const { value: own, diagnostics } = solvePlan(plan, solveFor);
  const problems = own === null ? diagnostics : refusals(plan, tool, solveFor);
  if (own === null || problems.length > 0) return { value: null, diagnostics: problems };
  return { value: matched(plan, tool, own), diagnostics: [] };
}

function refusals(plan: Plan, tool: PlannerTool, solveFor: SolveFor): readonly PlanDiagnostic[] {
  if (solveFor !== 'sample-size' && solveFor !== 'duration') {
    const message = `Numbers of other tools are matched for sample size and duration, not for ${solveFor}. Solve for sample-size, or leave the match out.`;
    return [problem('plan-match-question', ['design'], message)];
  }
  return plan.metrics.flatMap((metric, index) => {
    if (metric.role !== 'primary') return [];
    if (tool.method(metric) === null) {
      const message = `"${metric.name}" cannot be matched with ${tool.name}: it sizes ${tool.sizes} only, not this kind (${metric.kind}).`;
      return [problem('plan-match-kind', ['metrics', index, 'kind'], message)];
    }
    const { hypothesis = metric.margin === undefined ? 'superiority' : 'non-inferiority' } = metric;
    if (hypothesis !== 'superiority') {
      const message = `"${metric.name}" cannot be matched with ${tool.name}: its number is for showing a change, and this plan is for ${hypothesis} within a margin.`;
      return [problem('plan-match-hypothesis', ['metrics', index, 'hypothesis'], message)];
    }
    if (metric.baseline === 0 && tool.id === 'growthbook') {
      const message = `"${metric.name}" cannot be matched with ${tool.name}: it sizes a share of the baseline, which is 0.`;
      return [problem('plan-match-baseline', ['metrics', index, 'baseline'], message)];
    }
    return [];
  });
}

interface ToolNeed {
  readonly comparison: Comparison;
  readonly total: number;
}

/** The comparison that the tool gives most to. */
function needByTool(plan: Plan, tool: PlannerTool): ToolNeed | null {
  let most: ToolNeed | null = null;
  for (const own of planComparisons(plan)) {
    const comparison = seenByTool(plan, tool, own);
    const total = tool.method(own.metric)?.totalSampleSize(comparison, comparison.power) ?? 0;
    if (most === null || total > most.total) most = { comparison, total };
  }
  return most;
}

function sizesOf(plan: Plan, tool: PlannerTool, total: number): readonly VariantSize[] {
  const count = plan.variants.length;
  const paired = isPairedPlan(plan);
  const shares = tool.reads.weights ? variantShares(plan) : plan.variants.map(() => 1 / count);
  return plan.variants.map(({ name }, i) => {
    const exact = total * (paired ? 1 : (shares[i] ?? 0));
    return { variant: name, sampleSize: Math.max(1, roundedUp(exact)), exact };
  });
}

function matched(plan: Plan, tool: PlannerTool, own: SolvedAnswer): SolvedAnswer | null {
  const need = needByTool(plan, tool);
  const method = need === null ? null : tool.method(need.comparison.metric);
  if (need === null || method === null) return null;
  const perVariant = sizesOf(plan, tool, need.total);
  const sizes = perVariant.map(({ sampleSize }) => sampleSize);
  const total = isPairedPlan(plan) ? Math.max(...sizes) : sizes.reduce((sum, n) => sum + n, 0);
  const days = daysFor(plan, total);
  const truePower = powerAt(plan, total);
  const match = {
    tool: tool.id,
    name: tool.name,
    shownByTool: tool.rounded(perVariant[0]?.exact ?? NaN),
    truePower,
    ownTotal: own.total,
    notes: matchNotes(plan, tool, need.comparison),
  };
  return {
    ...own,
    levers: [],
    perVariant,
    total,
    days,
    wholeWeekDays: days === null ? null : wholeWeeks(days),
    decidingMetric: need.comparison.metric.name,
    decidingTreatment: need.comparison.treatment.name,
    significanceLevel: need.comparison.significanceLevel,
    solved: own.solveFor === 'duration' ? days : total,
    power: truePower,
    definition: method.definition(need.comparison),
    match,
    sentence: matchSentence(plan, match, { perVariant, total, days }),
  };
}
