import type { Plan } from '../../src/core/experiment/plan/planSchema';
import { createSimulation } from '../../src/core/simulate/simulation';
import type { SimulationResult } from '../../src/core/simulate/simulationResult';
import { examplePlan, planWith } from './examplePlan';

export interface GoldenRun {
  readonly name: string;
  readonly plan: Plan;
  readonly seed: number;
  readonly replications: number;
}

/** Runs that between them go through every sampler and test: many users and few, rare and common, unequal, a decrease. */
export const goldenRuns: readonly GoldenRun[] = [
  { name: 'example', plan: examplePlan, seed: 1, replications: 2500 },
  {
    name: 'three unequal variants, a decrease, one side',
    plan: planWith({
      weights: [70, 20, 10],
      metric: { baseline: 0.31, direction: 'decrease' },
      design: { sides: 'one', significanceLevel: 0.025, power: 0.9 },
      traffic: { newUnitsPerDay: 4000, exposedShare: 0.3 },
    }),
    seed: 4_294_967_295,
    replications: 1500,
  },
  {
    name: 'a handful of users',
    plan: planWith({
      metric: { baseline: 0.9, direction: 'decrease', minimumDetectableEffect: { absolute: 0.6 } },
      traffic: { newUnitsPerDay: 3 },
    }),
    seed: 20261123,
    replications: 2000,
  },
  {
    name: 'rare events, a fixed length',
    plan: planWith({
      metric: { baseline: 0.0004, minimumDetectableEffect: { relative: 0.5 } },
      design: { days: 14 },
    }),
    seed: 0,
    replications: 1000,
  },
];

/**
 * The golden runs' results as JSON text: the shortest text of a double names it exactly, so equal text is
 * equality bit for bit. Needs no host: a browser can run it as well.
 */
export function goldenRunsJson(): string {
  const results = goldenRuns.map(({ name, plan, seed, replications }) => ({
    name,
    result: run({ plan, seed, replications }),
  }));
  return goldenText(results);
}

/** A line a run. */
export function goldenText(results: readonly unknown[]): string {
  return `[\n${results.map((result) => JSON.stringify(result)).join(',\n')}\n]\n`;
}

function run(request: Omit<GoldenRun, 'name'>): SimulationResult | null {
  const created = createSimulation(request);
  if (created.kind === 'refused') throw new Error(created.message);
  const { simulation } = created;
  const sums = Array.from({ length: simulation.blockCount }, (_, block) =>
    simulation.runBlock(block),
  );
  return simulation.summarise(sums);
}
