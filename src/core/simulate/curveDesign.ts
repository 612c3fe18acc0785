import { decidingComparison } from '../experiment/size/decidingComparison';
import type { Comparison } from '../experiment/size/comparison';
import { sizeMethodOf, sizeMethods } from '../experiment/size/sizeMethods';
import { launchSteps, stepOf } from './launch/launchSteps';
import { worldOf } from './launch/worldOf';
import type { Split, World } from './launch/world';
import { prepareRule, type PreparedRule } from './rules/preparedRule';
import type { SimulationRequest } from './simulationRequest';
import type { ReadDifference } from './statistics/measuredDifference';
import { statisticOf } from './statistics/statisticOf';

/** Sizes of the power curve, as shares of the planned total. */
const curveFractions = [0.2, 0.4, 0.6, 0.75, 0.9, 1, 1.1, 1.25, 1.45, 1.7];

/** The plan's rule at several sizes, on one launch: all sizes see the same users. */
export interface CurveDesign {
  readonly world: World;
  readonly points: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly units: number;
  readonly rule: PreparedRule;
  readonly steps: Int32Array;
  readonly formula: number;
}

/** With more looks the formula takes seconds at each size, and launches have thousands of moments. */
const mostLooks = 60;

function looksOf({ analysis }: Comparison): number {
  return analysis.kind === 'fixed-horizon' ? 1 : analysis.fractions.length;
}

/** Null where the plan compares nothing, its test cannot be read, or it looks more than 60 times. */
export function curveDesign(
  { plan }: SimulationRequest,
  {
    total,
    split,
    read,
    dayBy,
  }: {
    readonly total: number;
    readonly split: Split;
    readonly read: ReadDifference;
    readonly dayBy: (units: number) => number;
  },
): CurveDesign | null {
  const comparison = decidingComparison(plan)?.comparison;
  const statistic =
    comparison === undefined ? null : statisticOf(comparison.metric.test, comparison, read);
  if (comparison === undefined || statistic === null) return null;
  if (looksOf(comparison) > mostLooks) return null;
  const sizes = [...new Set(curveFractions.map((share) => Math.max(4, Math.round(share * total))))];
  const rules = sizes.map((units) => ({
    units,
    rule: prepareRule({
      comparison,
      analysis: comparison.analysis,
      method: sizeMethods[comparison.metric.test],
      total: units,
      statistic,
      read,
    }),
  }));
  const looks = ({ units, rule }: (typeof rules)[number]): readonly number[] =>
    rule.fractions.map((fraction) => Math.min(units, Math.max(1, Math.round(fraction * units))));
  const steps = launchSteps([sizes.at(-1) ?? total], rules.flatMap(looks));
  return {
    world: worldOf(plan, comparison, {
      steps,
      split,
      truth: 'effect',
      dayOf: (step) => dayBy(steps.units[step] ?? 0),
    }),
    points: rules.map((point) => ({
      ...point,
      steps: Int32Array.from(looks(point), (units) => stepOf(steps, units)),
      formula: powerOf(comparison, point.units),
    })),
  };
}

function powerOf(comparison: Comparison, units: number): number {
  return sizeMethodOf(comparison.metric).power(comparison, units);
}
