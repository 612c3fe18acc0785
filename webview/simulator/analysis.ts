import type { Plan } from '../../src/core/experiment/plan/planSchema';
import { boundsCurve } from '../../src/core/experiment/sequential/boundsCurve';
import { effectCurve } from '../../src/core/experiment/size/effectCurve';
import { planComparisons } from '../../src/core/experiment/size/planComparisons';
import { powerCurve, type PowerPoint } from '../../src/core/experiment/size/powerCurve';
import { sizeMethods } from '../../src/core/experiment/size/sizeMethods';
import type { SizeReading } from '../../src/core/experiment/size/sizePlan';
import type { SolvedAnswer } from '../../src/core/experiment/size/solvedAnswer';
import type { SolveFor } from '../../src/core/experiment/size/solveFor';
import { daysGrid } from '../../src/core/experiment/size/daysGrid';
import type { SizeAnswer } from '../../src/core/experiment/size/sizeAnswer';
import { solvePlan } from '../../src/core/experiment/size/solvePlan';
import type { PowerAtUnits } from '../../src/core/simulate/simulationResult';
import { matchPlan } from '../../src/core/experiment/size/tools/matchPlan';
import type { PlannerToolId } from '../../src/core/experiment/size/tools/plannerTool';
import { boundsChart } from '../../src/core/report/plan/charts/boundsChart';
import type { ChartDescription } from '../../src/core/report/chart/chartDescription';
import { daysChart } from '../../src/core/report/plan/charts/daysChart';
import { effectsChart } from '../../src/core/report/plan/charts/effectsChart';
import { effectChart } from '../../src/core/report/plan/charts/effectChart';
import { powerChart } from '../../src/core/report/plan/charts/powerChart';

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
  /** Why the pictures by days are left out: each of their points goes through all outcomes, or through so many looks. Null where they are not. */
  readonly leftOut: 'outcomes' | 'looks' | null;
  /** What the power chart is drawn from, so that a simulation's band can stand in it. */
  readonly power: { readonly size: SolvedAnswer; readonly curve: readonly PowerPoint[] } | null;
}

const curvePoints = 60;
/** Where a point takes long, and people wait for it. */
const fewCurvePoints = 12;
/** With more looks than this the pictures by days take seconds. */
const mostLooksByDays = 30;
/** Charts of days show at least two weeks, somewhat more than the plan needs, and no more than people wait. */
const fewestDays = 14;
const mostDays = 1000;

/** Whether power is found by going through all outcomes: thousands of times dearer than a formula. */
function isEnumerated(plan: Plan): boolean {
  return planComparisons(plan).some(
    ({ enumerated, metric }) => enumerated || sizeMethods[metric.test].exact === true,
  );
}

/** What makes each point of a curve dear; null where none is. */
function whatIsDear(plan: Plan): PlanAnalysis['leftOut'] {
  if (isEnumerated(plan)) return 'outcomes';
  const { analysis, looks = 1 } = plan.design;
  const count = typeof looks === 'number' ? looks : looks.length;
  return analysis !== 'fixed-horizon' && count > mostLooksByDays ? 'looks' : null;
}

/** One metric in its own unit; several as shares of what is planned for each. */
function effectsOf(plan: Plan, size: SizeAnswer, days: number): ChartDescription {
  const names = plan.metrics.filter(({ role }) => role === 'primary').map(({ name }) => name);
  const curves = names
    .map((metric) => ({ metric, curve: effectCurve(plan, { days, metric }) }))
    .filter(({ curve }) => curve.length > 0);
  return curves.length > 1
    ? effectsChart(plan, curves)
    : effectChart(plan, size, effectCurve(plan, { days }));
}

function chartsOf(
  plan: Plan,
  { size, curve }: NonNullable<PlanAnalysis['power']>,
): readonly ChartDescription[] {
  const charts = [powerChart(plan, size, { curve })];
  // With a margin there is no effect to detect.
  if (size.days !== null && size.margin === null && whatIsDear(plan) === null) {
    const days = Math.min(mostDays, Math.max(fewestDays, Math.ceil(size.days * 1.6)));
    charts.push(effectsOf(plan, size, days));
    const grid = daysGrid(plan);
    if (grid !== null) charts.push(daysChart(plan, grid));
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
  const isOther = match === null && solveFor !== 'sample-size';
  const drawn = isOther ? (solvePlan(plan, 'sample-size').value ?? size) : size;
  const dear = whatIsDear(plan);
  const points = dear === null ? curvePoints : fewCurvePoints;
  const power =
    size === null || drawn === null ? null : { size: drawn, curve: powerCurve(plan, { points }) };
  const charts = power === null ? [] : chartsOf(plan, power);
  const isLeftOut = power !== null && power.size.days !== null && power.size.margin === null;
  const analysis = { size, problems, charts, leftOut: isLeftOut ? dear : null, power };
  ofPlan.set(key, analysis);
  return analysis;
}

const banded = new WeakMap<object, WeakMap<readonly PowerAtUnits[], ChartDescription>>();

/** The pictures of the formulas; where the plan was simulated, what that says of power stands beside the formula's. */
export function chartsBeside(
  plan: Plan,
  { charts, power }: PlanAnalysis,
  simulated: readonly PowerAtUnits[],
): readonly ChartDescription[] {
  if (power === null || simulated.length === 0) return charts;
  const ofPower = banded.get(power) ?? new WeakMap<readonly PowerAtUnits[], ChartDescription>();
  banded.set(power, ofPower);
  const chart =
    ofPower.get(simulated) ?? powerChart(plan, power.size, { curve: power.curve, simulated });
  ofPower.set(simulated, chart);
  return charts.map((each) => (each.id === chart.id ? chart : each));
}
