import { type RefinedPower, refinedPower } from '../experiment/size/refined/refinedPower';
import { powerAt } from '../experiment/size/powerAt';
import { formatCount } from '../report/formatNumber';
import { wilsonInterval } from '../stats/intervals/wilsonInterval';
import { BlockRun } from './blockRun';
import { type BlockSums, joinBlocks } from './blockSums';
import { mostRunBlocks } from './launch/launchStreams';
import { prepareRun } from './prepareRun';
import type { RunDesign } from './runDesign';
import { runSize, type SimulationRefusal } from './simulationRefusal';
import { changedFromPlan } from '../traffic/unitGroups';
import type { SimulationRequest } from './simulationRequest';
import type { LaunchFilm, SimulationResult } from './simulationResult';
import { launchFilm } from './summary/launchFilm';
import { peekFormulas, type RunFacts, summariseRun } from './summary/summariseRun';

/**
 * Replications of a block. Part of what a result is a function of: another number gives other results. Where users are drawn
 * one by one, blocks are smaller: they are what threads share out.
 */
const replicationsPerBlock = { counts: 1000, users: 100 } as const;

/** Users that a run draws at most, one by one: some minutes of work. */
const mostUsersDrawn = 2e11;

/** A run cut into blocks that can be computed in any order, anywhere, and added up to the same result. */
export interface Simulation {
  readonly blockCount: number;
  /** Starts a block, to be done in steps of some milliseconds. Throws RangeError for a block that is none. */
  readonly startBlock: (block: number) => BlockRun;
  /** Does a block in one go. */
  readonly runBlock: (block: number) => BlockSums;
  /** What the blocks say that are there without a gap from the first; null where none is. */
  readonly summarise: (sums: readonly BlockSums[]) => SimulationResult | null;
  /** Whether the error asked for is reached: then no more blocks are needed. */
  readonly isExactEnough: (sums: BlockSums) => boolean;
  /** A launch of the run, to be watched: 0, 1, 2, ... are different ones. */
  readonly film: (launch: number) => LaunchFilm;
  /** Users drawn in a replication over all its launches: 0 where counts are. */
  readonly usersPerReplication: number;
}

export type CreatedSimulation =
  | { readonly kind: 'ready'; readonly simulation: Simulation }
  | ({ readonly kind: 'refused' } & SimulationRefusal);

/**
 * Prepares the simulation of a plan: many synthetic launches, with the effect and without, judged by the plan's own rule, by
 * daily peeking and by the rules to compare. The result is a function of the request alone: each block of replications has
 * its own random streams, and sums are added in the blocks' order.
 *
 * It runs at the size that the plan fixes, else at the one it needs, and draws the comparison that decides
 * it: with several treatments or primary metrics the others only take their share of the users.
 */
export function createSimulation(request: SimulationRequest): CreatedSimulation {
  const size = runSize(request);
  if (size.kind === 'refused') return size;
  const prepared = prepareRun(request, size);
  if (prepared.kind === 'refused') return prepared;
  const { design } = prepared;
  const { seed } = request;
  const perBlock = replicationsPerBlock[design.engine.kind];
  const { replications, budget } = affordable(request, design, perBlock);
  const blockCount = Math.ceil(replications / perBlock);
  let known: RunFacts | null = null;
  const facts = (): RunFacts => {
    known ??= {
      request,
      design,
      budget,
      formulaPower: powerAt(request.plan, size.total),
      refinedPower: refinedFor(design),
      film: launchFilm(design, seed, 0),
      peekFormulas: peekFormulas(design),
    };
    return known;
  };
  const startBlock = (block: number): BlockRun => {
    if (!Number.isInteger(block) || block < 0 || block >= blockCount) {
      throw new RangeError(`The run has no block ${block}.`);
    }
    const left = replications - block * perBlock;
    return new BlockRun(design, { seed, block, replications: Math.min(perBlock, left) });
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
    return joined === null ? null : summariseRun(facts(), joined);
  };
  const simulation: Simulation = {
    blockCount,
    startBlock,
    runBlock,
    summarise,
    isExactEnough: (sums) => isExactEnough(request, sums),
    film: (launch) => launchFilm(design, seed, launch),
    usersPerReplication: usersPerReplication(design),
  };
  return { kind: 'ready', simulation };
}

/** Only for launches as the sizes assume them. */
function refinedFor({ plan, comparison, total }: RunDesign): RefinedPower | null {
  const isAsPlanned = plan.simulation?.sessions === undefined && changedFromPlan(plan).length === 0;
  return isAsPlanned ? refinedPower(comparison, total) : null;
}

/** Half the 95 % intervals of power and false alarms are at most the error asked for. */
function isExactEnough({ error, only }: SimulationRequest, sums: BlockSums): boolean {
  if (error === undefined) return false;
  const none = sums.rules[0]?.none;
  const alarms = [...(none?.success ?? []), ...(none?.wrong ?? [])];
  const asked = [
    ...(only === undefined || only === 'power' ? [sums.detections] : []),
    ...(only === 'power' ? [] : [alarms.reduce((sum, count) => sum + count, 0)]),
  ];
  return asked.every((successes) => {
    const trials = sums.replications;
    const { low, high } = wilsonInterval({ successes, trials, confidenceLevel: 0.95 });
    return (high - low) / 2 <= error;
  });
}

/** Users drawn one by one in a replication: both launches, and a fifth of the longer one of the power curve. */
function usersPerReplication({ engine, total, effect, none, curve }: RunDesign): number {
  if (engine.kind === 'counts') return 0;
  const launches = (effect === null ? 0 : 1) + (none === null ? 0 : 1);
  return launches * total + (curve?.points.at(-1)?.units ?? 0) / 5;
}

/** As many replications as the budget of users allows; with fewer than asked for it says so. */
function affordable(
  { replications }: SimulationRequest,
  design: RunDesign,
  perBlock: number,
): { readonly replications: number; readonly budget: SimulationResult['budget'] } {
  const users = usersPerReplication(design);
  const most = Math.min(
    mostRunBlocks * perBlock,
    users === 0 ? Infinity : Math.max(1, Math.floor(mostUsersDrawn / users)),
  );
  if (replications <= most) return { replications, budget: null };
  const message = `The budget of ${formatCount(mostUsersDrawn)} users drawn one by one ends the run after ${formatCount(most)} of ${formatCount(replications)} replications, at ${formatCount(Math.round(users))} users each. The numbers hold; their error is larger than asked for.`;
  return { replications: most, budget: { code: 'over-budget', message } };
}
