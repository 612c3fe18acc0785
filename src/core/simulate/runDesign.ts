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
import { worldOf } from './launch/worldOf';
import { changedFromPlan, type Truth } from '../traffic/unitGroups';
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
  /** Effect that is there, treatment less control as it is measured. */
  readonly trueEffect: number;
  readonly estimateBins: EstimateBins;
  readonly curve: CurveDesign | null;
  readonly guardrails: readonly GuardrailDesign[];
  /** Null where only one number was asked for: then nothing else is summed up. */
  readonly ratioAlarm: RatioAlarm | null;
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
  const world = (moments: readonly number[], truth: Truth): World => {
    const steps = launchSteps(unitsByDay, moments);
    return worldOf(plan, comparison, { steps, split, truth });
  };
  const effect = only !== undefined && only !== 'power' ? null : world(lookUnits, 'effect');
  const none =
    only === 'power'
      ? null
      : world([...lookUnits, ...(only === 'false-alarms' ? [] : peekUnits)], 'null');
  const trueEffect = effectIn(plan, comparison, effect);
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
      none === null || only === 'false-alarms'
        ? []
        : peekLooks.map((looks) => ({
            looks,
            steps: stepsIn(
              none,
              evenFractions(looks).map((fraction) => Math.round(fraction * total)),
            ),
          })),
    trueEffect,
    estimateBins:
      only === undefined
        ? binsAround(comparison, { total, trueEffect })
        : { low: 0, width: 1, count: 0 },
    curve:
      only === undefined
        ? curveDesign(request, { total, split, read, dayBy: dayBy(unitsByDay) })
        : null,
    guardrails: only === undefined ? guardrailDesigns(plan, comparison) : [],
    ratioAlarm: only === undefined ? ratioAlarm(plan, comparison) : null,
  };
}

/** The day on which the n-th unit comes; beyond the planned end days go on at its pace. */
function dayBy(unitsByDay: readonly number[]): (units: number) => number {
  const total = unitsByDay.at(-1) ?? 1;
  return (units) => {
    const day = unitsByDay.findIndex((by) => by >= units);
    return day >= 0 ? day : Math.floor((units / total) * unitsByDay.length);
  };
}

/** Mean effect over all units that come, as it is measured: what simulated estimates scatter around. */
function trueEffectOf({ steps, groups }: World): number {
  let [sum, units] = [0, 0];
  for (let step = 0; step < steps.count; step += 1) {
    let left = 1;
    const newUnits = steps.newUnits[step] as number;
    units += newUnits;
    for (const { shareOfRest, control, treatment } of groups) {
      const share = left * shareOfRest;
      left -= share;
      sum += newUnits * share * ((treatment[step] as number) - (control[step] as number));
    }
  }
  return sum / units;
}

/** Whether the launches are what the sizes assume: then their effect is the comparison's, to the last digit. */
function effectIn(plan: Plan, comparison: Comparison, effect: World | null): number {
  return effect === null || changedFromPlan(plan).length === 0
    ? comparison.effect
    : trueEffectOf(effect);
}

/** 64 bins, eight standard errors of the estimate at the planned end to each side. */
function binsAround(
  comparison: Comparison,
  { total, trueEffect }: { readonly total: number; readonly trueEffect: number },
): EstimateBins {
  const count = 64;
  const deviation = standardErrorAt(comparison, total);
  const low = trueEffect - 8 * deviation;
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
