import {
  alwaysValidMultiplier,
  type AlwaysValidRule,
} from '../../experiment/sequential/alwaysValidMultiplier';
import { bayesianLooks } from '../../experiment/bayesian/bayesianLooks';
import { analysedRecursion } from '../../experiment/sequential/analysedRecursion';
import type { LookBound } from '../../experiment/sequential/lookBound';
import type { PlanAnalysis } from '../../experiment/sequential/planAnalysis';
import { situationAt } from '../../experiment/size/analysedMethod';
import type { Comparison } from '../../experiment/size/comparison';
import { criticalValue } from '../../experiment/size/criticalValue';
import type { SizeMethod } from '../../experiment/size/sizeMethod';
import type { LaunchData } from '../launch/launchData';
import type { LaunchStatistic } from '../statistics/launchStatistic';
import type { ReadDifference } from '../statistics/measuredDifference';

/** What stops a launch at a look: z in the planned direction from `upper` up, from `lower` down, or within `futility`. */
export type Bounds = Omit<LookBound, 'fraction'>;

/** A rule made ready for launches of one size. */
export interface PreparedRule {
  /** Shares of all units at its looks, rising to 1. */
  readonly fractions: readonly number[];
  /** The test's score in the planned direction. */
  readonly score: (launch: LaunchData, step: number) => number;
  readonly boundsAt: (launch: LaunchData, step: number, look: number) => Bounds;
}

/** What a rule is made ready with. */
export interface RuleMaterial {
  readonly comparison: Comparison;
  readonly analysis: PlanAnalysis;
  readonly method: SizeMethod;
  /** Units in all variants at the end. */
  readonly total: number;
  readonly statistic: LaunchStatistic;
  readonly read: ReadDifference;
}

/** Makes a rule ready: its bounds are those of the plan's own analysis, or of the formulas of always valid intervals. */
export function prepareRule(material: RuleMaterial): PreparedRule {
  const { comparison, analysis, statistic } = material;
  const sign = comparison.hypothesis === 'superiority' && comparison.effect < 0 ? -1 : 1;
  const score = (launch: LaunchData, step: number): number => sign * statistic.score(launch, step);
  if (analysis.kind === 'always-valid') {
    const boundsAt = alwaysValidBounds(analysis, material);
    return { fractions: analysis.fractions, score, boundsAt };
  }
  const looks = plannedBounds(analysis, material);
  return {
    fractions: looks.map(({ fraction }) => fraction),
    score,
    boundsAt: (_launch, _step, look) => looks[look] as Bounds,
  };
}

/** A margin has one side: nothing the other way is significant. */
function oneSided({ comparison }: Pick<RuleMaterial, 'comparison'>): boolean {
  return comparison.sides === 1 || comparison.hypothesis !== 'superiority';
}

function plannedBounds(
  analysis: Exclude<PlanAnalysis, { readonly kind: 'always-valid' }>,
  material: RuleMaterial,
): readonly LookBound[] {
  const { comparison, method, total } = material;
  if (analysis.kind === 'fixed-horizon') {
    const upper = criticalValue(comparison);
    const lower = oneSided(material) ? -Infinity : -upper;
    return [{ fraction: 1, upper, lower, futility: null }];
  }
  const situation = situationAt(method, comparison, total / comparison.inflation);
  return analysis.kind === 'bayesian'
    ? bayesianLooks(analysis, situation)
    : analysedRecursion(analysis, situation).looks;
}

type AlwaysValid = Extract<PlanAnalysis, { readonly kind: 'always-valid' }>;

/** The multiplier at the units and the variance that are there at each look. */
function alwaysValidBounds(
  { form, tuning, mixing }: AlwaysValid,
  material: RuleMaterial,
): PreparedRule['boundsAt'] {
  const { comparison, method, total, read } = material;
  const { significanceLevel, sides, effect } = comparison;
  const found = { estimate: NaN, variance: NaN };
  const planned = situationAt(method, comparison, total / comparison.inflation).fixedUnits;
  return (launch, step) => {
    read(launch, step, found);
    const control = launch.control.units[step] as number;
    const treatment = launch.treatment.units[step] as number;
    const { variance } = found;
    const rule: AlwaysValidRule =
      form === 'msprt'
        ? { kind: form, mixingVariance: mixing * mixing * effect * effect }
        : form === 'statsig'
          ? statsigRule(variance, control, treatment)
          : { kind: form, tuning: tuning ?? planned };
    const units = control + treatment;
    const upper = alwaysValidMultiplier(rule, { units, variance, significanceLevel, sides });
    return { upper, lower: oneSided(material) ? -Infinity : -upper, futility: null };
  };
}

/** Both variants are given the unit variance that the estimate's variance comes from. */
function statsigRule(variance: number, control: number, treatment: number): AlwaysValidRule {
  const unit = variance / (1 / control + 1 / treatment);
  return { kind: 'statsig', varianceControl: unit, varianceTreatment: unit };
}
