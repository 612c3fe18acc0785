import { normalUpperTail } from '../../stats/distributions/normalUpperTail';
import type { Plan } from '../plan/planSchema';
import { analysedRecursion } from '../sequential/analysedRecursion';
import { analysisName } from '../sequential/analysisName';
import type { CrossingProbabilities } from '../sequential/crossingProbabilities';
import type { LookBound } from '../sequential/lookBound';
import {
  characteristicsOf,
  type NullAndEffect,
  operatingCharacteristics,
} from '../sequential/operatingCharacteristics';
import type { PlannedLook, SequentialAnswer } from '../sequential/sequentialAnswer';
import { betaCrossing } from './betaCrossing';
import type { Comparison } from './comparison';
import { situationAt } from './analysedMethod';
import { daysFor } from './daysFor';
import type { Need } from './decidingComparison';
import { plannerTotal } from './plannerTotal';
import { sizeMethods } from './sizeMethods';
import { roundedUp } from './wholeNumbers';

/** What looking early does to the deciding comparison; null for one look at the end. */
export function sequentialAnswerOf(
  plan: Plan,
  { comparison, total }: Need,
): SequentialAnswer | null {
  const { analysis, significanceLevel, sides, power, inflation } = comparison;
  if (analysis.kind === 'fixed-horizon') return null;
  const method = sizeMethods[comparison.metric.test];
  const situation = situationAt(method, comparison, total / inflation);
  const recursion = analysedRecursion(analysis, situation);
  const terms = { drift: situation.drift, significanceLevel, sides, power };
  const enumerated = enumeratedChances(comparison, total / inflation);
  const found =
    enumerated === null
      ? operatingCharacteristics(recursion, terms)
      : characteristicsOf(recursion.looks, terms, enumerated);
  const single = { ...comparison, countsWrongTail: false };
  const fixedTotal = method.totalSampleSize(single, power) * inflation;
  const looks = recursion.looks.map((look, index) =>
    plannedLook(plan, { look, index, total, sides }),
  );
  const { null: none, effect } = found.stopProbability;
  // The size is the method's own; that of a normal test is the same but for tests on few units.
  const scale = total / fixedTotal / found.maximumInflation;
  const averageSample = {
    null: scale * found.averageSample.null,
    effect: scale * found.averageSample.effect,
  };
  return {
    analysis: analysis.kind,
    ...analysisName(analysis, sides),
    enumerated: enumerated !== null,
    looks,
    bounds: looks.map(({ bound }) => bound),
    drift: situation.drift,
    maximumInflation: total / fixedTotal,
    averageSample,
    averageTotal: {
      null: fixedTotal * averageSample.null,
      effect: fixedTotal * averageSample.effect,
    },
    stopProbability: { null: stopsOf(none), effect: stopsOf(effect) },
    futilityProbability: { null: none.futility, effect: effect.futility },
    typeOneError: found.typeOneError,
    power: found.power,
    wrongSign: found.wrongSign,
    expectedDays: expectedDays(looks, { null: none, effect }),
    fixedTotal,
    plannerTotal: plannerTotal(analysis, { comparison, fixedTotal }),
  };
}

/** The chances of a beta-binomial model, all outcomes counted; null where it is none, or has too many. */
function enumeratedChances(
  comparison: Comparison,
  total: number,
): NullAndEffect<CrossingProbabilities> | null {
  const crossing = betaCrossing(comparison, total);
  const effect = crossing?.at('effect', 'thorough') ?? null;
  const none = effect && (crossing?.at('null', 'thorough') ?? null);
  return effect && none && { null: none, effect };
}

function finite(z: number): number | null {
  return Number.isFinite(z) ? z : null;
}

function plannedLook(
  plan: Plan,
  {
    look,
    index,
    total,
    sides,
  }: {
    readonly look: LookBound;
    readonly index: number;
    readonly total: number;
    readonly sides: 1 | 2;
  },
): PlannedLook {
  const { fraction, upper, lower, futility } = look;
  const units = roundedUp(fraction * total);
  return {
    look: index + 1,
    fraction,
    total: units,
    day: daysFor(plan, units),
    bound: finite(upper),
    lowerBound: finite(lower),
    futilityBound: futility === null ? null : finite(futility.high),
    nominalLevel: sides * normalUpperTail(upper),
  };
}

function stopsOf({ success, wrong, futility }: CrossingProbabilities): readonly number[] {
  return success.map((chance, k) => chance + (wrong[k] ?? 0) + (futility[k] ?? 0));
}

function expectedDays(
  looks: readonly PlannedLook[],
  chances: { readonly null: CrossingProbabilities; readonly effect: CrossingProbabilities },
): SequentialAnswer['expectedDays'] {
  const days = looks.map(({ day }) => day);
  if (!days.every((day) => day !== null)) return null;
  const mean = (crossing: CrossingProbabilities): number => {
    const stops = stopsOf(crossing).slice(0, -1);
    const early = stops.reduce((sum, chance, k) => sum + chance * (days[k] as number), 0);
    const left = stops.reduce((rest, chance) => rest - chance, 1);
    return early + left * (days.at(-1) as number);
  };
  return { null: mean(chances.null), effect: mean(chances.effect) };
}
