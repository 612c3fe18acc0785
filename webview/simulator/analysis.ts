import type { Plan } from '../../src/core/experiment/plan/planSchema';
import { boundsCurve } from '../../src/core/experiment/sequential/boundsCurve';
import { effectCurve } from '../../src/core/experiment/size/effectCurve';
import { powerCurve } from '../../src/core/experiment/size/powerCurve';
import type { SizeReading } from '../../src/core/experiment/size/sizePlan';
import type { SolvedAnswer } from '../../src/core/experiment/size/solvedAnswer';
import type { SolveFor } from '../../src/core/experiment/size/solveFor';
import { solvePlan } from '../../src/core/experiment/size/solvePlan';
import { matchPlan } from '../../src/core/experiment/size/tools/matchPlan';
import type { PlannerToolId } from '../../src/core/experiment/size/tools/plannerTool';
import { boundsChart } from './charts/boundsChart';
import type { ChartDescription } from './charts/chartDescription';
import { effectChart } from './charts/effectChart';
import { powerChart } from './charts/powerChart';

/** What is asked of a plan. */
export interface PlanQuestion {
  readonly solveFor: SolveFor;
  /** Null for the plan's own test. */
  readonly match: PlannerToolId | null;
}

/** What the formulas say about a plan. */
export interface PlanAnalysis {
  readonly size: SolvedAnswer | null;
  readonly problems: SizeReading['diagnostics'];
  readonly charts: readonly ChartDescription[];
}

const curvePoints = 60;
/** Charts of days show at least two weeks, somewhat more than the plan needs, and no more than people wait. */
const fewestDays = 14;
const mostDays = 1000;

function chartsOf(plan: Plan, size: SolvedAnswer): readonly ChartDescription[] {
  const charts = [powerChart(plan, size, powerCurve(plan, { points: curvePoints }))];
  // With a margin there is no effect to detect.
  if (size.days !== null && size.margin === null) {
    const days = Math.min(mostDays, Math.max(fewestDays, Math.ceil(size.days * 1.6)));
    charts.push(effectChart(plan, size, effectCurve(plan, { days })));
  }
  const { sequential } = size;
  if (sequential !== null) charts.push(boundsChart(plan, sequential, boundsCurve(sequential)));
  return charts;
}

const known = new WeakMap<Plan, Map<string, PlanAnalysis>>();

/** Computed once for each plan object and question; a snapshot brings a new plan. */
export function analysePlan(plan: Plan, { solveFor, match }: PlanQuestion): PlanAnalysis {
  const ofPlan = known.get(plan) ?? new Map<string, PlanAnalysis>();
  known.set(plan, ofPlan);
  const key = `${solveFor} ${match}`;
  const before = ofPlan.get(key);
  if (before !== undefined) return before;
  const { value: size, diagnostics: problems } =
    match === null ? solvePlan(plan, solveFor) : matchPlan(plan, match, solveFor);
  const drawn = match === null ? (solvePlan(plan, 'sample-size').value ?? size) : size;
  const analysis = {
    size,
    problems,
    charts: size === null || drawn === null ? [] : chartsOf(plan, drawn),
  };
  ofPlan.set(key, analysis);
  return analysis;
}
