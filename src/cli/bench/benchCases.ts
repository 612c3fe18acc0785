import type { Plan, PlanMetric } from '../../core/experiment/plan/planSchema';
import type { SimulationRequest } from '../../core/simulate/simulationRequest';
import type { SimulationResult } from '../../core/simulate/simulationResult';
import { exp } from '../../core/stats/elementary/exp';

/** One question that is timed: the same for every implementation (test/fixtures/speed/spec.json). */
export interface BenchCase {
  readonly id: string;
  readonly request: SimulationRequest;
  readonly read: (result: SimulationResult) => number;
  /** The analytic or exact answer, and how far a simulation may be from it. */
  readonly expected: number;
  readonly tolerance: number;
}

/** Seed of all cases. */
const seed = 20_261_123;

function planOf(perVariant: number, metric: Partial<PlanMetric>, more: Partial<Plan> = {}): Plan {
  return {
    version: 1,
    flag: 'bench',
    hypothesis: '',
    unit: 'user',
    variants: [
      { name: 'control', weight: 50 },
      { name: 'treatment', weight: 50 },
    ],
    metrics: [
      {
        name: 'metric',
        role: 'primary',
        kind: 'proportion',
        baseline: 0.2,
        direction: 'increase',
        minimumDetectableEffect: { absolute: 0.01 },
        test: 'z-unpooled',
        ...metric,
      },
    ],
    design: {
      significanceLevel: 0.05,
      power: 0.8,
      sides: 'two',
      analysis: 'fixed-horizon',
      powerCounts: 'either-direction',
      sampleSizePerVariant: perVariant,
    },
    traffic: { newUnitsPerDay: 2 * perVariant, exposedShare: 1 },
    ...more,
  };
}

const power = (result: SimulationResult): number => result.power.estimate;
const falseAlarms = (result: SimulationResult): number => result.rule.falseAlarms.estimate;
const twentyLooks = (result: SimulationResult): number =>
  result.peeking?.byLooks.at(-1)?.falseAlarms.estimate ?? NaN;

const shares = planOf(10_000, {});
/** As good as none: an effect has to be above 0. */
const noEffect = planOf(10_000, { minimumDetectableEffect: { absolute: 1e-6 } });
const revenue = planOf(10_000, {
  kind: 'revenue',
  test: 'welch',
  baseline: 0.04 * exp(3.2 + (1.1 * 1.1) / 2),
  buyerShare: 0.04,
  logDeviation: 1.1,
  minimumDetectableEffect: { relative: 0.2 },
});
const sessions = planOf(
  2000,
  { kind: 'ratio', test: 'delta-method', deviation: 0.25 },
  { simulation: { sessions: { perUser: 4, concentration: 10 } } },
);

const fixed = { seed, split: 'fixed' } as const;
const ofPower = { expected: 0.41761, tolerance: 0.022, read: power };
const ofPeeking = { expected: 0.24791, tolerance: 0.02, read: twentyLooks };

/** The seven cases in the order of the specification. */
export const benchCases: readonly BenchCase[] = [
  {
    id: 'power-user',
    request: { ...fixed, plan: shares, replications: 10_000, engine: 'users', only: 'power' },
    ...ofPower,
  },
  {
    id: 'power-binom',
    request: { ...fixed, plan: shares, replications: 10_000, only: 'power' },
    ...ofPower,
  },
  {
    id: 'power-binom-1m',
    request: { ...fixed, plan: shares, replications: 1_000_000, only: 'power' },
    ...ofPower,
    tolerance: 0.004,
  },
  {
    id: 'peek-binom',
    request: { ...fixed, plan: noEffect, replications: 10_000, only: 'peeking' },
    ...ofPeeking,
  },
  {
    id: 'peek-user',
    request: { ...fixed, plan: noEffect, replications: 10_000, engine: 'users', only: 'peeking' },
    ...ofPeeking,
  },
  {
    id: 'revenue-welch',
    request: { ...fixed, plan: revenue, replications: 1000, only: 'power' },
    expected: 0.332,
    tolerance: 0.065,
    read: power,
  },
  {
    id: 'ratio-session',
    request: { ...fixed, plan: sessions, replications: 1000, only: 'false-alarms' },
    expected: 0.0515,
    tolerance: 0.035,
    read: falseAlarms,
  },
];
