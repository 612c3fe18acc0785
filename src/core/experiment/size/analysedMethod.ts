import { normalCdf } from '../../stats/distributions/normalCdf';
import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { analysedRecursion } from '../sequential/analysedRecursion';
import type { AnalysisSituation } from '../sequential/analysisSituation';
import { crossingProbabilities, totalOf } from '../sequential/crossingProbabilities';
import { driftForPower } from '../sequential/driftForPower';
import type { PlanAnalysis } from '../sequential/planAnalysis';
import type { Recursion } from '../sequential/recursion';
import { betaCrossing } from './betaCrossing';
import type { Comparison } from './comparison';
import { smallestLasting } from './exact/smallestLasting';
import type { SizeMethod } from './sizeMethod';
import { effectByPower, totalByPower } from './solveByPower';

type Looking = Exclude<PlanAnalysis, { readonly kind: 'fixed-horizon' }>;

/** A drift that leaves no chance of a miss. */
const surelyFound = 38;

/** Sizes by enumeration are looked for up to so many of those of the normal model (and 15 units more). */
const mostAboveNormal = 1.3;

/** Units of a variant up to which each size is looked at; beyond, power hardly saws. */
const mostOneByOne = 1000;

/** The step from size to size beyond. */
const step = 1.005;

/** The comparison as one look at the end has it, the wrong tail not counted: what drifts are read off. */
function single(comparison: Comparison): Comparison {
  return { ...comparison, countsWrongTail: false, analysis: { kind: 'fixed-horizon' } };
}

function singleCritical({ significanceLevel, sides }: Comparison): number {
  return -normalQuantile(significanceLevel / sides);
}

/** Expected z of a test at a total: the drift with which a normal test would have the power it has. */
function driftAt(method: SizeMethod, comparison: Comparison, total: number): number {
  const power = method.power(single(comparison), total);
  const drift = singleCritical(comparison) + normalQuantile(power);
  return Math.max(0, Math.min(surelyFound, drift));
}

/** What the bounds of a comparison's analysis depend on, with a total of independent recorded units. */
export function situationAt(
  method: SizeMethod,
  comparison: Comparison,
  total: number,
): AnalysisSituation {
  const { significanceLevel, sides, power, effect, metric, baseline, target } = comparison;
  const isShare = metric.kind === 'proportion';
  const share = method.paired === true ? 0.5 : 1;
  const both = share * (comparison.controlShare + comparison.treatmentShare);
  return {
    significanceLevel,
    sides,
    power,
    drift: Math.max(1e-9, driftAt(method, comparison, total)),
    effect: effect === 0 ? comparison.margin : effect,
    controlUnits: share * comparison.controlShare * total,
    treatmentUnits: share * comparison.treatmentShare * total,
    varianceRatio: isShare ? (target * (1 - target)) / (baseline * (1 - baseline)) : 1,
    fixedUnits: both * method.totalSampleSize(single(comparison), power),
  };
}

function recursionAt(
  method: SizeMethod,
  comparison: Comparison,
  analysis: Looking,
  total: number,
): Recursion {
  return analysedRecursion(analysis, situationAt(method, comparison, total));
}

function anyLookPower(
  method: SizeMethod,
  comparison: Comparison,
  analysis: Looking,
  total: number,
): number {
  const enumerated = betaCrossing(comparison, total)?.at('effect', 'quick') ?? null;
  if (enumerated !== null) return totalOf(enumerated.success);
  return normalPower(method, comparison, analysis, total);
}

/** The chance of success at some look, the statistic taken for a Brownian path. */
function normalPower(
  method: SizeMethod,
  comparison: Comparison,
  analysis: Looking,
  total: number,
): number {
  const recursion = recursionAt(method, comparison, analysis, total);
  return totalOf(crossingProbabilities(recursion, driftAt(method, comparison, total)).success);
}

/** Power of one look that needs the drift at which the analysis, with its bounds at this total, has the wanted power. */
function singlePower(
  method: SizeMethod,
  comparison: Comparison,
  analysis: Looking,
  { total, power }: { readonly total: number; readonly power: number },
): number {
  const drift = driftForPower(recursionAt(method, comparison, analysis, total), power);
  return normalCdf(drift - singleCritical(comparison));
}

/** The size by enumeration, near to that of the normal model; null where it is not beta-binomial, or has too many outcomes. */
function enumeratedTotal(
  comparison: Comparison,
  { power, normal }: { readonly power: number; readonly normal: number },
): number | null {
  const chancesAt = (total: number) =>
    betaCrossing(comparison, total)?.at('effect', 'quick') ?? null;
  if (!Number.isFinite(normal) || chancesAt(mostAboveNormal * normal) === null) return null;
  const smaller = Math.min(comparison.controlShare, comparison.treatmentShare);
  const enough = (n: number): boolean => {
    const chances = chancesAt(n / smaller);
    return chances !== null && totalOf(chances.success) >= power;
  };
  const guess = normal * smaller;
  const most = mostAboveNormal * guess;
  let found = guess;
  if (guess <= mostOneByOne) found = smallestLasting(enough, { guess, most });
  else while (found <= most && !enough(found)) found *= step;
  return found <= most ? found / smaller : null;
}

/**
 * A test's answers under the plan's own analysis: several looks, always valid or Bayesian.
 *
 * Formula: the statistic is taken for a Brownian path whose drift is read off the power of the single look; power is the
 * chance that it crosses a bound of success at some look. Shares with a beta prior are enumerated where they can be.
 */
export function analysedMethod(method: SizeMethod): SizeMethod {
  return {
    ...method,
    totalSampleSize(comparison, power) {
      const { analysis } = comparison;
      if (analysis.kind === 'fixed-horizon') return method.totalSampleSize(comparison, power);
      if (analysis.kind === 'group-sequential') {
        const equivalent = singlePower(method, comparison, analysis, { total: 1, power });
        return method.totalSampleSize(single(comparison), equivalent);
      }
      const guess = method.totalSampleSize(single(comparison), power);
      if (!Number.isFinite(guess)) return guess;
      const at = (_: Comparison, total: number): number =>
        normalPower(method, comparison, analysis, total);
      const normal = totalByPower(comparison, power, at, guess);
      return enumeratedTotal(comparison, { power, normal }) ?? normal;
    },
    power(comparison, total) {
      const { analysis } = comparison;
      return analysis.kind === 'fixed-horizon'
        ? method.power(comparison, total)
        : anyLookPower(method, comparison, analysis, total);
    },
    minimumDetectableEffect(comparison, total, power) {
      const { analysis } = comparison;
      if (analysis.kind === 'fixed-horizon') {
        return method.minimumDetectableEffect(comparison, total, power);
      }
      if (betaCrossing(comparison, total)?.at('effect', 'quick')) {
        const at = (each: Comparison, units: number): number =>
          anyLookPower(method, each, analysis, units);
        return effectByPower(comparison, total, power, at);
      }
      const equivalent = singlePower(method, comparison, analysis, { total, power });
      return method.minimumDetectableEffect(single(comparison), total, equivalent);
    },
  };
}
