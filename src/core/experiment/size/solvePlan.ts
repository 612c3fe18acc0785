import type { Reading } from '../../model/diagnostic';
import type { Plan } from '../plan/planSchema';
import { answerOf } from './answerOf';
import type { Comparison } from './comparison';
import { hasTraffic } from './dailyUnits';
import { decidingComparison, type Need } from './decidingComparison';
import { givenSize } from './givenSize';
import { leversOf } from './levers';
import { type PlanDiagnostic, problem } from './planDiagnostic';
import { planComparisons } from './planComparisons';
import type { GivenSize, SizeAnswer, VariantSize } from './sizeAnswer';
import { sizeMethodOf } from './sizeMethods';
import { sizeProblems } from './sizeProblems';
import type { DetectableEffect, SolvedAnswer } from './solvedAnswer';
import type { SolveFor } from './solveFor';
import { durationSentence, effectSentence, powerSentence, shareSentence } from './solvedSentences';
import { exactUnitsBy } from './unitsBy';
import { roundedDown } from './wholeNumbers';
import { totalOf, wholeSizes } from './wholeSizes';

/** The answer to a question, or null and why there is none. */
export interface SolvedReading extends Reading<SolvedAnswer | null> {
  readonly diagnostics: readonly PlanDiagnostic[];
}

/**
 * Answers one of the questions of planning: the sample size, the power at a size that the plan fixes, the smallest effect
 * at it, the duration, or the share of traffic that fills the plan's days. Everything but the number asked for is given
 * by the plan; what is missing is a diagnostic at the key that lacks it. Never throws on a plan's values.
 */
export function solvePlan(plan: Plan, solveFor: SolveFor): SolvedReading {
  const missing = missingFor(plan, solveFor);
  // At a given size it does not matter that the size for the planned power is out of reach.
  const isAtGivenSize = solveFor === 'power' || solveFor === 'effect';
  const problems = sizeProblems(plan).filter(
    ({ code }) => !(isAtGivenSize && outOfReach.has(code)),
  );
  const diagnostics = [...problems, ...missing];
  if (diagnostics.length > 0) return { value: null, diagnostics };
  return { value: solvers[solveFor](plan), diagnostics };
}

const outOfReach: ReadonlySet<string> = new Set(['plan-size-overflow', 'plan-exact-too-large']);

const solvers: Readonly<Record<SolveFor, (plan: Plan) => SolvedAnswer | null>> = {
  'sample-size': solveSize,
  power: solvePower,
  effect: solveEffect,
  duration: solveDuration,
  share: solveShare,
};

function missingFor(plan: Plan, solveFor: SolveFor): readonly PlanDiagnostic[] {
  const { design } = plan;
  if (solveFor === 'duration' || solveFor === 'share') {
    if (!hasTraffic(plan)) {
      const message = `Solving for ${solveFor} needs traffic: write traffic.newUnitsPerDay, a number above 0, or traffic.returning.`;
      return [problem('plan-traffic-missing', ['traffic'], message)];
    }
    if (solveFor === 'duration' || design.days !== undefined) return [];
    const message =
      'Solving for the share of traffic needs the days it has: write design.days, a whole number from 1.';
    return [problem('plan-days-missing', ['design'], message)];
  }
  if (solveFor === 'sample-size' || givenSize(plan) !== null) return [];
  const message = `Solving for ${solveFor} needs a size: write design.sampleSizePerVariant, or design.days beside traffic that brings somebody by then.`;
  return [problem('plan-size-not-fixed', ['design'], message)];
}

function needOf(plan: Plan): Need | null {
  return decidingComparison(plan);
}

function solvedAs(
  answer: SizeAnswer,
  solved: Pick<SolvedAnswer, 'solveFor' | 'solved'> & Partial<SolvedAnswer>,
): SolvedAnswer {
  return { ...answer, effects: [], levers: [], match: null, ...solved };
}

function solveSize(plan: Plan): SolvedAnswer | null {
  const need = needOf(plan);
  if (need === null) return null;
  const answer = answerOf(plan, need);
  const levers = hasTraffic(plan) ? leversOf(plan, answer.days) : [];
  return solvedAs(answer, { solveFor: 'sample-size', solved: answer.total, levers });
}

function solveDuration(plan: Plan): SolvedAnswer | null {
  const sized = solveSize(plan);
  if (sized === null) return null;
  const sentence = durationSentence(plan, sized);
  return { ...sized, solveFor: 'duration', solved: sized.days, sentence };
}

/** The size that the plan fixes, split between its variants: never more in all than there are. */
function givenSizes(plan: Plan, { total, source }: GivenSize): readonly VariantSize[] {
  const sizes = wholeSizes(plan, total);
  if (source === 'sampleSizePerVariant') return sizes;
  return sizes.map((size) => ({ ...size, sampleSize: roundedDown(size.exact) }));
}

/** The answer as it stands at the size that the plan fixes, the comparison being the one that `pick` decides by. */
function atGivenSize(
  plan: Plan,
  rank: (comparison: Comparison, total: number) => number,
): {
  readonly answer: SizeAnswer;
  readonly given: GivenSize;
  readonly deciding: Comparison;
} | null {
  const given = givenSize(plan);
  const comparisons = planComparisons(plan);
  const [first] = comparisons;
  if (given === null || first === undefined) return null;
  const deciding = comparisons.reduce((best, each) =>
    rank(each, given.total) < rank(best, given.total) ? each : best,
  );
  const answer = answerOf(plan, { comparison: deciding, total: given.total });
  const perVariant = givenSizes(plan, given);
  const { power, days, total } = given;
  return { given, deciding, answer: { ...answer, perVariant, total, days, power } };
}

function solvePower(plan: Plan): SolvedAnswer | null {
  const found = atGivenSize(plan, (comparison, total) =>
    sizeMethodOf(comparison.metric).power(comparison, total),
  );
  if (found === null) return null;
  const { answer, given } = found;
  const sentence = powerSentence(plan, given, answer);
  return solvedAs(answer, { solveFor: 'power', solved: given.power, sentence });
}

function detectable(comparison: Comparison, total: number): DetectableEffect {
  const { metric, treatment, trueBaseline, power } = comparison;
  const absolute = sizeMethodOf(metric).minimumDetectableEffect(comparison, total, power);
  const relative =
    absolute === null || trueBaseline === 0 ? null : absolute / Math.abs(trueBaseline);
  return { metric: metric.name, treatment: treatment.name, absolute, relative };
}

/** How the detectable effect compares with the planned one: the farther beyond, the more it decides. */
function shortfall(comparison: Comparison, total: number): number {
  const { absolute } = detectable(comparison, total);
  const { hypothesis, effect, margin, attenuation } = comparison;
  const planned = (hypothesis === 'superiority' ? Math.abs(effect) : margin) / attenuation;
  return absolute === null ? -Infinity : -Math.abs(absolute) / planned;
}

function solveEffect(plan: Plan): SolvedAnswer | null {
  const found = atGivenSize(plan, shortfall);
  if (found === null) return null;
  const { answer, given, deciding } = found;
  const effects = planComparisons(plan).map((comparison) => detectable(comparison, given.total));
  const own = detectable(deciding, given.total);
  const isMargin = deciding.hypothesis !== 'superiority';
  const effect = isMargin || own.absolute === null ? {} : { absoluteEffect: own.absolute };
  const share = isMargin || own.relative === null ? {} : { relativeEffect: own.relative };
  return solvedAs(answer, {
    ...effect,
    ...share,
    ...(isMargin && { margin: own.absolute }),
    power: plan.design.power,
    solveFor: 'effect',
    solved: own.absolute,
    effects,
    sentence: effectSentence(plan, given, { deciding, own }),
  });
}

/** The smallest share of traffic with which the plan's days bring enough; null where everybody is too few. */
function shareFor(plan: Plan, total: number, days: number): number | null {
  const enough = (exposedShare: number): boolean =>
    exactUnitsBy({ ...plan, traffic: { ...plan.traffic, exposedShare } }, days) * (1 + 1e-12) >=
    total;
  if (!enough(1)) return null;
  let [low, high] = [0, 1];
  for (let i = 0; i < 52; i += 1) {
    const middle = (low + high) / 2;
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function solveShare(plan: Plan): SolvedAnswer | null {
  const need = needOf(plan);
  const { days } = plan.design;
  if (need === null || days === undefined) return null;
  const total = totalOf(plan, wholeSizes(plan, need.total));
  const share = shareFor(plan, total, days);
  const everybody = { ...plan, traffic: { ...plan.traffic, exposedShare: share ?? 1 } };
  const answer = answerOf(everybody, need);
  const levers = share === null ? leversOf(everybody, answer.days) : [];
  const bring = exactUnitsBy(everybody, days);
  const sentence = shareSentence(plan, { share, total, days, bring, levers });
  return solvedAs(answer, { solveFor: 'share', solved: share, sentence, levers });
}
