import { powerAt } from '../experiment/size/powerAt';
import { abDesign } from './abDesign';
import { BlockRun } from './blockRun';
import { type BlockSums, joinBlocks } from './blockSums';
import { runSize, type SimulationRefusal } from './simulationRefusal';
import type { SimulationRequest } from './simulationRequest';
import type { SimulationResult } from './simulationResult';
import { summariseRun } from './summariseRun';

/** Replications of a block. Part of what a result is a function of: another number gives other results. */
const replicationsPerBlock = 1000;

/** A run cut into blocks that can be computed in any order, anywhere, and added up to the same result. */
export interface Simulation {
  readonly blockCount: number;
  /** Starts a block, to be done in steps of some milliseconds. Throws RangeError for a block that is none. */
  readonly startBlock: (block: number) => BlockRun;
  /** Does a block in one go. */
  readonly runBlock: (block: number) => BlockSums;
  /** What the blocks say that are there without a gap from the first; null where none is. */
  readonly summarise: (sums: readonly BlockSums[]) => SimulationResult | null;
}

export type CreatedSimulation =
  | { readonly kind: 'ready'; readonly simulation: Simulation }
  | ({ readonly kind: 'refused' } & SimulationRefusal);

/**
 * Prepares the simulation of a plan: many synthetic launches, and how often the plan's test finds the
 * planned effect. The result is a function of plan, seed and number of replications alone: each block of
 * 1,000 replications has its own random stream, and sums are added in the blocks' order.
 *
 * It runs at the size that the plan fixes, else at the one it needs, and draws the comparison that decides
 * it: with several treatments or primary metrics the others only take their share of the users.
 */
export function createSimulation(request: SimulationRequest): CreatedSimulation {
  const size = runSize(request);
  if (size.kind === 'refused') return size;
  const { plan, seed, replications } = request;
  const design = abDesign(plan, size);
  if (design === null) throw new Error('A plan with a size compares something.');
  const blockCount = Math.ceil(replications / replicationsPerBlock);
  const formulaPower = powerAt(plan, size.total);

  const startBlock = (block: number): BlockRun => {
    if (!Number.isInteger(block) || block < 0 || block >= blockCount) {
      throw new RangeError(`The run has no block ${block}.`);
    }
    const left = replications - block * replicationsPerBlock;
    return new BlockRun(design, {
      seed,
      block,
      replications: Math.min(replicationsPerBlock, left),
    });
  };
  const runBlock = (block: number): BlockSums => {
    const run = startBlock(block);
    for (;;) {
      const sums = run.step();
      if (sums !== null) return sums;
    }
  };
  const summarise = (sums: readonly BlockSums[]): SimulationResult | null => {
    const joined = joinBlocks(sums);
    return joined === null ? null : summariseRun({ request, design, formulaPower, sums: joined });
  };
  return { kind: 'ready', simulation: { blockCount, startBlock, runBlock, summarise } };
}
