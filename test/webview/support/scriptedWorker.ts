import type { RuleResult, SimulationResult } from '../../../src/core/simulate/simulationResult';

export interface WorkerScript {
  /** Reported one after the other as soon as a run starts. */
  readonly progress: readonly SimulationResult[];
  /** Ends the run; without it the worker waits for Cancel. */
  readonly finished?: SimulationResult;
  /** Runs that are heard of; left out: all. */
  readonly runs?: number;
}

/** Source of a worker that says what the test wants it to say. */
export function scriptedWorker({ progress, finished, runs }: WorkerScript): string {
  return `
    const progress = ${JSON.stringify(progress)};
    const finished = ${JSON.stringify(finished ?? null)};
    let runsLeft = ${runs ?? 'Infinity'};
    const checkpoint = { hash: 'scripted', sums: { blocks: 1 } };
    self.onmessage = ({ data: { kind, run, request } }) => {
      const of = (result) => ({ ...result, seed: request?.seed ?? result.seed });
      if (kind === 'start') {
        runsLeft -= 1;
        if (runsLeft < 0) return;
        for (const result of progress) self.postMessage({ kind: 'progress', run, result: of(result), checkpoint });
        if (finished) self.postMessage({ kind: 'finished', run, result: of(finished), checkpoint });
      } else {
        self.postMessage({ kind: 'cancelled', run, result: progress.at(-1) ?? null, checkpoint });
      }
    };`;
}

const noneOf = { estimate: 0, standardError: 0, interval: { low: 0, high: 0.0004 } };
const day20 = {
  mean: { estimate: 20, standardError: 0 },
  median: 20,
  low: 20,
  high: 20,
  byDay: [],
};
const everybody = { estimate: 234_340, standardError: 0 };

const rule: RuleResult = {
  id: 'plan',
  name: "The plan's own: z-unpooled",
  source: 'Newcombe 1998',
  power: { estimate: 0.8031, standardError: 0.00398, interval: { low: 0.7952, high: 0.8108 } },
  falseAlarms: { estimate: 0.05, standardError: 0.0022, interval: { low: 0.0459, high: 0.0545 } },
  wrongWay: noneOf,
  formula: { power: 0.800002, falseAlarms: 0.05 },
  stops: { withEffect: [], withoutEffect: [] },
  daysToDecision: { withEffect: day20, withoutEffect: day20 },
  unitsAtDecision: { withEffect: everybody, withoutEffect: everybody },
};

/** A result as a worker reports it, with the numbers a test is about. */
export function resultWith(change: Partial<SimulationResult> = {}): SimulationResult {
  return {
    seed: 1,
    replications: { done: 10_000, planned: 10_000 },
    unitsDrawn: 2_343_400_000,
    days: 20,
    power: { estimate: 0.8031, standardError: 0.00398, interval: { low: 0.7952, high: 0.8108 } },
    formulaPower: 0.800002,
    refinedPower: null,
    standardErrorsApart: 0.78,
    agrees: true,
    effectByDay: Array.from({ length: 20 }, (_, i) => {
      const half = 0.0081 / Math.sqrt(i + 1);
      return {
        day: i + 1,
        subjects: [6000 * (i + 1), 6000 * (i + 1)],
        mean: 0.0026,
        low: 0.0026 - half,
        high: 0.0026 + half,
      };
    }),
    changes: [],
    engine: { kind: 'counts', reason: 'Users are alike.' },
    comparison: {
      metric: 'conversion',
      treatment: 'treatment',
      trueEffect: 0.0026,
      total: 234_340,
    },
    rule,
    otherRules: [],
    peeking: null,
    estimates: {
      trueEffect: 0.0026,
      mean: { estimate: 0.0026, standardError: 0.00001 },
      deviation: 0.00093,
      exaggeration: { estimate: 1.13, standardError: 0.003 },
      wrongSign: noneOf,
      histogram: [],
    },
    exposedToWorse: null,
    guardrails: [],
    sampleRatioAlarms: { ...noneOf, alarmLevel: 0.001 },
    powerByUnits: [],
    requiredSize: null,
    film: { launch: 0, frames: [], end: { day: 20, kind: 'success' } },
    traffic: [],
    budget: null,
    ...change,
  };
}
