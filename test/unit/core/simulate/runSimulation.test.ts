import { describe, expect, test } from 'vitest';
import type { BlockSums } from '../../../../src/core/simulate/blockSums';
import {
  type BlockHelper,
  runSimulation,
  type SimulationHost,
} from '../../../../src/core/simulate/runSimulation';
import { createSimulation, type Simulation } from '../../../../src/core/simulate/simulation';
import type { SimulationRequest } from '../../../../src/core/simulate/simulationRequest';
import { planWith } from '../../../support/examplePlan';

const plan = planWith({
  metric: { baseline: 0.2, minimumDetectableEffect: { absolute: 0.05 } },
  traffic: { newUnitsPerDay: 500 },
});

function made(more: Partial<SimulationRequest> = {}): Simulation {
  const created = createSimulation({ plan, seed: 3, replications: 6500, ...more });
  if (created.kind === 'refused') throw new Error(created.message);
  return created.simulation;
}

/** A clock that jumps, so that the host has a turn all the time. */
function host(): SimulationHost {
  let time = 0;
  return {
    now: () => (time += 30),
    pause: async () => {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    },
  };
}

/** Another thread: as a simulation of its own, its answers a turn later and through JSON. */
function helper(
  more: Partial<SimulationRequest> = {},
  fails = (_block: number) => false,
): BlockHelper {
  const simulation = made(more);
  return {
    run: async (block) => {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      if (fails(block)) throw new Error('The thread has ended.');
      return JSON.parse(JSON.stringify(simulation.runBlock(block))) as BlockSums;
    },
  };
}

async function finish(helpers: readonly BlockHelper[], more: Partial<SimulationRequest> = {}) {
  return await runSimulation({
    simulation: made(more),
    signal: { aborted: false },
    host: host(),
    helpers,
    onProgress: () => {},
  });
}

describe('a run has one result', () => {
  test('for one thread, two and five, where users are counted and where they are drawn', async () => {
    for (const more of [{}, { engine: 'users', replications: 700 }] as const) {
      const { result } = await finish([], more);
      expect(result?.replications.done).toBe(more.replications ?? 6500);
      expect((await finish([helper(more)], more)).result).toEqual(result);
      const four = Array.from({ length: 4 }, () => helper(more));
      expect((await finish(four, more)).result).toEqual(result);
    }
  });

  test('where a thread ends in the middle: its blocks are done here', async () => {
    const { result } = await finish([]);
    const ends = helper({}, (block) => block >= 2);
    expect(await finish([ends, helper()])).toMatchObject({ kind: 'finished', result });
  });

  test('after cancel and resume, through JSON', async () => {
    const { result } = await finish([helper()]);
    const signal = { aborted: false };
    const first = await runSimulation({
      simulation: made(),
      signal,
      host: host(),
      onProgress: ({ replications }) => {
        signal.aborted = replications.done >= 3000;
      },
    });
    expect(first.kind).toBe('cancelled');
    expect(first.result?.replications.done).toBe(3000);
    const kept = JSON.parse(JSON.stringify(first.sums)) as BlockSums;
    const rest = await runSimulation({
      simulation: made(),
      signal: { aborted: false },
      host: host(),
      helpers: [helper()],
      from: kept,
      onProgress: () => {},
    });
    expect(rest).toMatchObject({ kind: 'finished', result });
  });

  test('a run that was whole is not run again', async () => {
    const { sums, result } = await finish([]);
    const again = await runSimulation({
      simulation: made(),
      signal: { aborted: false },
      host: host(),
      from: sums,
      onProgress: () => {
        throw new Error('there is nothing to do');
      },
    });
    expect(again).toEqual({ kind: 'finished', result, sums });
  });
});

describe('a run to an error', () => {
  test('ends when power and false alarms are known so well, at the same block for any number of threads', async () => {
    const more = { error: 0.01, replications: 1_000_000 };
    const { kind, result } = await finish([], more);
    expect(kind).toBe('finished');
    const half = ({ low, high }: { low: number; high: number }) => (high - low) / 2;
    expect(half(result!.power.interval)).toBeLessThanOrEqual(0.01);
    expect(half(result!.rule.falseAlarms.interval)).toBeLessThanOrEqual(0.01);
    // 1.96² · 0.8 · 0.2 / 0.01² = 6,147: the seventh block of a thousand.
    expect(result?.replications.done).toBe(7000);
    expect((await finish([helper(more), helper(more)], more)).result).toEqual(result);
  });
});

describe('a budget', () => {
  test('ends a run of too many users drawn one by one, and says so', () => {
    const created = createSimulation({
      plan: planWith({
        metric: { baseline: 0.001, minimumDetectableEffect: { relative: 0.02 } },
        traffic: { newUnitsPerDay: 1e6 },
      }),
      seed: 1,
      replications: 100_000,
      engine: 'users',
    });
    if (created.kind === 'refused') throw new Error(created.message);
    const { simulation } = created;
    // 39.6 million users twice, and a fifth of 1.7 times as many: 2,000 replications of 2 · 10^11.
    expect(simulation.usersPerReplication).toBeGreaterThan(9e7);
    expect(simulation.blockCount).toBeLessThan(25);
  });
});
