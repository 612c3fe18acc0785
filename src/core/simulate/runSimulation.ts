import type { CancellationSignal } from '../model/cancellationSignal';
import { appendBlock, type BlockSums } from './blockSums';
import type { Simulation } from './simulation';
import type { SimulationResult } from './simulationResult';

/** What a host lends to a run: it has no clock and no event loop of its own. */
export interface SimulationHost {
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Lets the host do what waits, messages above all, and comes back. */
  readonly pause: () => Promise<void>;
}

/** How a run ended; `result` is null where not one block was done. */
export interface SimulationOutcome {
  readonly kind: 'finished' | 'cancelled';
  readonly result: SimulationResult | null;
}

/** The host gets its turn after this much work. */
const workMs = 40;
const progressMs = 80;

/**
 * Runs a simulation on this thread in pieces of some milliseconds: the host has its turn about every 40 ms
 * and is then asked whether to go on, so a cancelled run ends within about 50 ms. Progress is reported
 * after the first block, then about every 80 ms as far as blocks are done.
 */
export async function runSimulation({
  simulation,
  signal,
  host,
  onProgress,
}: {
  readonly simulation: Simulation;
  readonly signal: CancellationSignal;
  readonly host: SimulationHost;
  readonly onProgress: (result: SimulationResult) => void;
}): Promise<SimulationOutcome> {
  const summary = (sums: BlockSums | null): SimulationResult | null =>
    sums === null ? null : simulation.summarise([sums]);
  const report = (result: SimulationResult | null): void => {
    if (result !== null) onProgress(result);
  };
  let sums: BlockSums | null = null;
  let reported: number | null = null;
  let turn = host.now();
  for (let block = 0; block < simulation.blockCount; block += 1) {
    const run = simulation.startBlock(block);
    let done: BlockSums | null = null;
    while (done === null) {
      if (host.now() - turn >= workMs) {
        await host.pause();
        turn = host.now();
      }
      if (signal.aborted) return { kind: 'cancelled', result: summary(sums) };
      done = run.step();
    }
    sums = sums === null ? done : appendBlock(sums, done);
    if (reported === null || host.now() - reported >= progressMs) {
      reported = host.now();
      report(summary(sums));
    }
  }
  return { kind: 'finished', result: summary(sums) };
}
