import { naivePeekingError } from '../../experiment/sequential/naivePeekingError';
import type { RefinedPower } from '../../experiment/size/refined/refinedPower';
import { criticalValue } from '../../experiment/size/criticalValue';
import type { BlockSums, DaySums } from '../blockSums';
import type { RunDesign } from '../runDesign';
import type { SimulationRequest } from '../simulationRequest';
import type {
  EffectOnDay,
  GuardrailResult,
  LaunchFilm,
  PeekingResult,
  SimulationResult,
} from '../simulationResult';
import { changedFromPlan } from '../../traffic/unitGroups';
import { estimateDistribution } from './estimateDistribution';
import { exposureResult } from './exposureResult';
import { powerByUnits, requiredSize } from './requiredSize';
import { ruleResult } from './ruleResult';
import { simulatedShare } from './simulatedShare';

/** Further apart than this, simulation and formula do not answer the same question alike. */
const mostStandardErrors = 3.5;

/** What does not change while a run goes on. */
export interface RunFacts {
  readonly request: SimulationRequest;
  readonly design: RunDesign;
  readonly formulaPower: number;
  readonly refinedPower: RefinedPower | null;
  readonly film: LaunchFilm;
  readonly budget: SimulationResult['budget'];
  /** False alarms of so many looks by the formula. */
  readonly peekFormulas: readonly number[];
}

/** The exact false alarms of evenly spaced looks at the usual bound, in the order of the design's. */
export function peekFormulas({ comparison, peeks }: RunDesign): readonly number[] {
  const critical = criticalValue(comparison);
  const { sides } = comparison;
  return peeks.map(
    ({ looks }) => naivePeekingError({ looks, criticalValue: critical, sides, drift: 0 }).any,
  );
}

/** What the blocks done so far say. */
export function summariseRun(facts: RunFacts, sums: BlockSums): SimulationResult {
  const { request, design, formulaPower, refinedPower, film, budget } = facts;
  const { comparison, engine, rules } = design;
  const { replications } = sums;
  const power = simulatedShare(sums.detections, replications);
  const standardErrorsApart = errorsApart(
    power.estimate,
    refinedPower?.power ?? formulaPower,
    replications,
  );
  const results = rules.map((rule, i) =>
    ruleResult(rule, sums.rules[i]!, {
      replications,
      countsWrongTail: comparison.countsWrongTail,
      // The plan's own looks are all told.
      ...(i > 0 && { mostStops: mostOtherStops }),
    }),
  );
  const [own, ...others] = results;
  const curve = powerByUnits(design, sums);
  return {
    seed: request.seed,
    replications: { done: replications, planned: request.replications },
    unitsDrawn: sums.unitsDrawn,
    days: design.unitsByDay.length,
    power,
    formulaPower,
    refinedPower,
    standardErrorsApart,
    agrees: standardErrorsApart <= mostStandardErrors,
    effectByDay: design.unitsByDay.flatMap((_, i) => effectOnDay(design, i, sums.days[i])),
    changes: changedFromPlan(design.plan),
    engine: { kind: engine.kind, reason: engine.reason },
    comparison: {
      metric: comparison.metric.name,
      treatment: comparison.treatment.name,
      trueEffect: design.trueEffect,
      total: design.total,
    },
    rule: own!,
    otherRules: others.slice(design.none === null ? 0 : 1),
    peeking: peekingResult(facts, sums, others[0]),
    estimates: estimateDistribution(design, sums),
    exposedToWorse: exposureResult(design, sums),
    guardrails: guardrailResults(design, sums),
    sampleRatioAlarms:
      design.ratioAlarm === null
        ? null
        : {
            ...simulatedShare(sums.ratioAlarms, replications),
            alarmLevel: design.ratioAlarm.level,
          },
    powerByUnits: curve,
    requiredSize: requiredSize(design, curve),
    film,
    traffic: trafficDays(design),
    budget,
  };
}

/** A look a day over a year is told in rows of some days. */
const mostOtherStops = 120;

/**
 * Distance in standard errors of a simulated share whose truth is the formula's power. The standard error
 * is taken as at least one replication: a power of 1 to the last digit is not refuted by a single miss.
 */
function errorsApart(estimate: number, formulaPower: number, replications: number): number {
  const standardError = Math.sqrt((formulaPower * (1 - formulaPower)) / replications);
  return Math.abs(estimate - formulaPower) / Math.max(standardError, 1 / replications);
}

/** Nothing for a day by which no replication had units in both variants. */
function effectOnDay(
  { unitsByDay, shares }: RunDesign,
  day: number,
  sums: DaySums | undefined,
): readonly EffectOnDay[] {
  if (sums === undefined || sums.estimates === 0) return [];
  const { estimates, mean, low, high } = sums;
  const units = unitsByDay[day] ?? 0;
  return [
    {
      day: day + 1,
      subjects: shares.map((share) => share * units),
      mean: mean / estimates,
      low: low / estimates,
      high: high / estimates,
    },
  ];
}

function peekingResult(
  { design, peekFormulas: formulas }: RunFacts,
  sums: BlockSums,
  daily: PeekingResult['daily'] | undefined,
): PeekingResult | null {
  if (design.none === null || daily === undefined) return null;
  return {
    criticalValue: criticalValue(design.comparison),
    daily,
    byLooks: design.peeks.map(({ looks }, i) => ({
      looks,
      falseAlarms: simulatedShare(sums.peeks[i] ?? 0, sums.replications),
      formula: formulas[i] ?? 0,
    })),
  };
}

function guardrailResults(design: RunDesign, sums: BlockSums): readonly GuardrailResult[] {
  return design.guardrails.map(({ comparison, margin, formulaHeld }, i) => {
    const { hurt = 0, held = 0 } = sums.guardrails[i] ?? {};
    return {
      metric: comparison.metric.name,
      treatment: comparison.treatment.name,
      alarms: simulatedShare(hurt, sums.replications),
      held: margin === null ? null : simulatedShare(held, sums.replications),
      formulaHeld: formulaHeld(design.total),
    };
  });
}

function trafficDays({ unitsByDay, shares }: RunDesign): SimulationResult['traffic'] {
  return unitsByDay.map((units, i) => {
    const newUnits = units - (unitsByDay[i - 1] ?? 0);
    return { day: i + 1, newUnits: shares.map((share) => share * newUnits) };
  });
}
