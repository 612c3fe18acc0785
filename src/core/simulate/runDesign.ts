import type { Comparison } from '../experiment/size/comparison';
import { decidingComparison } from '../experiment/size/decidingComparison';
import { sizeMethods } from '../experiment/size/sizeMethods';
import { unitsBy } from '../experiment/size/unitsBy';
import { variantShares } from '../experiment/size/variantShares';
import type { Plan } from '../experiment/plan/planSchema';
import { type CurveDesign, curveDesign } from './curveDesign';
import type { ChosenEngine } from './engines/chooseEngine';
import { type GuardrailDesign, guardrailDesigns } from './guardrailDesign';
import { launchSteps, stepOf } from './launch/launchSteps';
import { recordedShare } from './launch/recordedShare';
import type { Split, World } from './launch/world';
import { type RatioAlarm, ratioAlarm } from './ratioAlarm';
import { evenFractions } from './rules/evenFractions';
import type { RunRule } from './rules/runRule';
import type { SimulationRequest } from './simulationRequest';
import { type ReadDifference } from './statistics/measuredDifference';

/** What of a plan a replication needs, worked out once. */
export interface RunDesign {
  readonly plan: Plan;
  readonly comparison: Comparison;
  readonly engine: ChosenEngine;
  /** Units in all variants at the end, and by the end of each day. */
  readonly total: number;
  readonly unitsByDay: readonly number[];
  readonly shares: readonly number[];
  /** The launch with the effect, and the one without; null where it is not asked for. */
  readonly effect: World | null;
  readonly none: World | null;
  /** The plan's own rule, daily peeking, then those to compare. */
  readonly rules: readonly RunRule[];
  readonly read: ReadDifference;
  /** Numbers of looks of the table of peeking, and the steps of its looks in the launch without effect. */
  readonly peeks: readonly { readonly looks: number; readonly steps: Int32Array }[];
  readonly estimateBins: EstimateBins;
  readonly curve: CurveDesign | null;
  readonly guardrails: readonly GuardrailDesign[];
  readonly ratioAlarm: RatioAlarm;
}

/** Bins of the histogram of estimates: of one width, around the true effect. */
export interface EstimateBins {
  readonly low: number;
  readonly width: number;
  readonly count: number;
}

const peekLooks = [2, 5, 10, 20];

/** Units by the end of each day: each brings the plan's traffic, the last one what is left. */
export function unitsByDayOf(
  plan: Plan,
  { total, days }: { readonly total: number; readonly days: number },
): readonly number[] {
  return Array.from({ length: days }, (_, i) =>
    i + 1 === days ? total : Math.min(total, unitsBy(plan, i + 1)),
  );
}

function splitOf(plan: Plan, comparison: Comparison, kind: Split['kind']): Split {
  const [control, ...others] = plan.variants;
  const restWeight = others.reduce((sum, { weight }) => sum + weight, 0);
  return {
    kind,
    controlShare: (control?.weight ?? 0) / (restWeight + (control?.weight ?? 0)),
    treatmentShareOfRest: comparison.treatment.weight / restWeight,
  };
}

/** Null where the plan compares nothing. */
export function runDesign(
  request: SimulationRequest,
  {
    total,
    days,
    engine,
    rules,
    read,
  }: {
    readonly total: number;
    readonly days: number;
    readonly engine: ChosenEngine;
    readonly rules: readonly Omit<RunRule, 'effectSteps' | 'noneSteps'>[];
    readonly read: ReadDifference;
  },
): RunDesign | null {
  const { plan, only, split: splitKind = 'hash' } = request;
  const comparison = decidingComparison(plan)?.comparison;
  if (comparison === undefined) return null;
  const unitsByDay = unitsByDayOf(plan, { total, days });
  const split = splitOf(plan, comparison, splitKind);
  const lookUnits = rules.flatMap(({ looks }) => looks.map(({ units }) => units));
  const peekUnits = evenFractions(20).map((fraction) => Math.round(fraction * total));
  const world = (moments: readonly number[], treatment: number): World => {
    const steps = launchSteps(unitsByDay, moments);
    return {
      steps,
      split,
      recorded: { control: recordedShare(plan), treatment: recordedShare(plan) },
      controlValue: new Float64Array(steps.count).fill(comparison.baseline),
      treatmentValue: new Float64Array(steps.count).fill(treatment),
    };
  };
  const effect = only === 'peeking' ? null : world(lookUnits, comparison.target);
  const none =
    only === 'power' ? null : world([...lookUnits, ...peekUnits], nullValueOf(comparison));
  const stepsIn = (where: World | null, units: readonly number[]): Int32Array =>
    Int32Array.from(units, (each) => (where === null ? 0 : stepOf(where.steps, each)));
  return {
    plan,
    comparison,
    engine,
    total,
    unitsByDay,
    shares: variantShares(plan),
    effect,
    none,
    read,
    rules: rules.map((rule) => {
      const units = rule.looks.map((look) => look.units);
      return { ...rule, effectSteps: stepsIn(effect, units), noneSteps: stepsIn(none, units) };
    }),
    peeks:
      none === null
        ? []
        : peekLooks.map((looks) => ({
            looks,
            steps: stepsIn(
              none,
              evenFractions(looks).map((fraction) => Math.round(fraction * total)),
            ),
          })),
    estimateBins: binsAround(comparison, total),
    curve: only === undefined ? curveDesign(request, { total, split, read }) : null,
    guardrails: only === undefined ? guardrailDesigns(plan, comparison) : [],
    ratioAlarm: ratioAlarm(plan, comparison),
  };
}

/** The treatment's value where what is to be shown is not true: no effect, or worse by the margin. */
function nullValueOf({ hypothesis, baseline, better, margin }: Comparison): number {
  return hypothesis === 'superiority' ? baseline : baseline - better * margin;
}

/** 64 bins, eight standard errors of the estimate at the planned end to each side. */
function binsAround(comparison: Comparison, total: number): EstimateBins {
  const count = 64;
  const deviation = standardErrorAt(comparison, total);
  const low = comparison.effect - 8 * deviation;
  return { low, width: (16 * deviation) / count, count };
}

/** Standard error of the estimate at a total, read off the method's smallest effect that a test of level ½ finds half the time. */
function standardErrorAt(comparison: Comparison, total: number): number {
  const method = sizeMethods[comparison.metric.test];
  const single = {
    ...comparison,
    analysis: { kind: 'fixed-horizon' } as const,
    countsWrongTail: false,
    hypothesis: 'superiority' as const,
    sides: 1 as const,
    significanceLevel: 0.15865525393145707,
    effect: comparison.effect === 0 ? comparison.better * comparison.margin : comparison.effect,
  };
  const unit = method.minimumDetectableEffect(single, total / comparison.inflation, 0.5);
  const usual = Math.abs(comparison.effect || comparison.margin) / 2.8;
  return unit === null || !(Math.abs(unit) > 0) ? usual : Math.abs(unit);
}
