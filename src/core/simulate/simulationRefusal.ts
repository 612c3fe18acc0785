import type { Plan } from '../experiment/plan/planSchema';
import { daysFor } from '../experiment/size/daysFor';
import { decidingComparison } from '../experiment/size/decidingComparison';
import { givenSize } from '../experiment/size/givenSize';
import { metricKindRules } from '../experiment/plan/metricKinds';
import { sizeProblems } from '../experiment/size/sizeProblems';
import { totalOf, wholeSizes } from '../experiment/size/wholeSizes';
import type { Comparison } from '../experiment/size/comparison';
import { countOf, plural } from '../report/countOf';
import { formatCount, formatDecimal } from '../report/formatNumber';
import type { SimulationRequest } from './simulationRequest';

/** Why a request is not run, with a stable code and what to do. */
export interface SimulationRefusal {
  readonly code: string;
  readonly message: string;
}

/** The bounds of a run. */
const simulationLimits = {
  replications: 10_000_000,
  /** More than there are people. */
  units: 10_000_000_000,
  days: 730,
  /** Replications times days: some minutes of work. */
  replicatedDays: 1_000_000_000,
} as const;

/** The size of a run, or why there is none. */
export type RunSize =
  | { readonly kind: 'size'; readonly total: number; readonly days: number }
  | ({ readonly kind: 'refused' } & SimulationRefusal);

function refused(code: string, message: string): RunSize {
  return { kind: 'refused', code, message };
}

/** Checks a request: the size it will run at (the one the plan fixes, else the one it needs), or what stands in the way. */
export function runSize(request: SimulationRequest): RunSize {
  return refusedNumbers(request) ?? sizeOf(request);
}

function refusedNumbers({ seed, replications }: SimulationRequest): RunSize | null {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    const message = `The seed is a whole number from 0 to 4,294,967,295, not ${seed}.`;
    return refused('seed-unusable', message);
  }
  const most = simulationLimits.replications;
  if (!Number.isInteger(replications) || replications < 1 || replications > most) {
    const message = `The number of replications is a whole number from 1 to ${formatCount(most)}, not ${replications}.`;
    return refused('replications-unusable', message);
  }
  return null;
}

function sizeOf({ plan, replications }: SimulationRequest): RunSize {
  // Sizes alone, without all that is said beside them: this runs in the worker.
  const [problem] = sizeProblems(plan);
  const need = problem === undefined ? decidingComparison(plan) : null;
  if (need === null) {
    return refused(problem?.code ?? 'no-size', problem?.message ?? 'The plan has no sample size.');
  }
  const { comparison } = need;
  const reason = notDrawn(plan, comparison);
  if (reason !== null) return refused('cannot-simulate', reason);
  const total = givenSize(plan)?.total ?? totalOf(plan, wholeSizes(plan, need.total));
  const days = daysFor(plan, total);
  if (days === null) {
    const message = `Without traffic nobody arrives: write how many new ${plural(plan.unit)} come a day in traffic.newUnitsPerDay.`;
    return refused('no-traffic', message);
  }
  return refusedSize(plan, { total, days, replications }) ?? { kind: 'size', total, days };
}

/** What of a plan no launch can be drawn for yet, as a sentence. */
function notDrawn(plan: Plan, { metric }: Comparison): string | null {
  const { noun } = metricKindRules[metric.kind];
  const what = `"${metric.name}" is ${noun} tested by "${metric.test}"`;
  if (plan.design.cluster !== undefined) {
    return `Clusters cannot be simulated yet: remove design.cluster, or plan with the cluster as the unit. ${what}.`;
  }
  if (metric.covariate !== undefined) {
    return `A covariate (CUPED) cannot be simulated yet: remove covariate, or plan with the deviation that is left. ${what}.`;
  }
  if (metric.observations !== undefined) {
    return `Several observations a unit cannot be simulated yet: remove observations, or make it a ratio. ${what}.`;
  }
  return null;
}

function refusedSize(
  plan: Plan,
  run: { readonly total: number; readonly days: number; readonly replications: number },
): RunSize | null {
  const { total, days, replications } = run;
  const { units, days: mostDays, replicatedDays } = simulationLimits;
  if (total > units) {
    const message = `${countOf(total, plan.unit)} are more than there are people; a simulation takes at most ${formatCount(units)}. Plan for a larger effect.`;
    return refused('too-many-units', message);
  }
  if (days > mostDays) {
    const message = `At ${formatDecimal(plan.traffic.newUnitsPerDay * plan.traffic.exposedShare, 6)} ${plural(plan.unit)} a day the experiment takes ${countOf(days, 'day')}; a simulation takes at most ${formatCount(mostDays)}. Plan for a larger effect or more traffic.`;
    return refused('too-many-days', message);
  }
  if (replications * days > replicatedDays) {
    const most = Math.floor(replicatedDays / days);
    const message = `${formatCount(replications)} replications of ${countOf(days, 'day')} would take too long. Ask for at most ${formatCount(most)}.`;
    return refused('too-much-work', message);
  }
  return null;
}
