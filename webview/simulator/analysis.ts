import type { Plan } from '../../src/core/experiment/plan/planSchema';
import { effectCurve } from '../../src/core/experiment/size/effectCurve';
import { powerCurve } from '../../src/core/experiment/size/powerCurve';
import type { SizeAnswer } from '../../src/core/experiment/size/sizeAnswer';
import { sizePlan, type SizeReading } from '../../src/core/experiment/size/sizePlan';
import type { ChartDescription } from './charts/chartDescription';
import { effectChart } from './charts/effectChart';
import { powerChart } from './charts/powerChart';

/** What the formulas say about a plan. */
export interface PlanAnalysis {
  readonly size: SizeAnswer | null;
  readonly problems: SizeReading['diagnostics'];
  readonly charts: readonly ChartDescription[];
}

const curvePoints = 60;
/** Charts of days show at least two weeks, somewhat more than the plan needs, and no more than people wait. */
const fewestDays = 14;
const mostDays = 1000;

function chartsOf(plan: Plan, size: SizeAnswer): readonly ChartDescription[] {
  const power = powerChart(plan, size, powerCurve(plan, { points: curvePoints }));
  if (size.days === null) return [power];
  const days = Math.min(mostDays, Math.max(fewestDays, Math.ceil(size.days * 1.6)));
  return [power, effectChart(size, effectCurve(plan, { days }))];
}

const known = new WeakMap<Plan, PlanAnalysis>();

/** Computed once for each plan object; a snapshot brings a new one. */
export function analysePlan(plan: Plan): PlanAnalysis {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const { value: size, diagnostics: problems } = sizePlan(plan);
  const analysis = { size, problems, charts: size === null ? [] : chartsOf(plan, size) };
  known.set(plan, analysis);
  return analysis;
}
