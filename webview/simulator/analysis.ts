import type { Plan } from '../../src/core/experiment/plan/planSchema';
import type { SizeAnswer } from '../../src/core/experiment/size/sizeAnswer';
import type { ChartDescription } from './charts/chartDescription';
import { effectChart } from './charts/effectChart';
import { powerChart } from './charts/powerChart';
import { effectCurve, powerCurve, sizePlan } from './provisionalSize';

/** What the formulas say about a plan. */
export interface PlanAnalysis {
  readonly size: SizeAnswer | null;
  readonly charts: readonly ChartDescription[];
}

const known = new WeakMap<Plan, PlanAnalysis>();

/** Computed once for each plan object; a snapshot brings a new one. */
export function analysePlan(plan: Plan): PlanAnalysis {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const size = sizePlan(plan);
  const analysis: PlanAnalysis = {
    size,
    charts: [
      powerChart(plan, size, powerCurve(plan, { points: 60 })),
      ...(size.days === null
        ? []
        : [effectChart(size, effectCurve(plan, { days: Math.max(14, size.days * 2) }))]),
    ],
  };
  known.set(plan, analysis);
  return analysis;
}
