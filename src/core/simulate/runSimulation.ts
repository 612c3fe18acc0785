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

/** Another thread that does blocks of the same run. */
export interface BlockHelper {
  /** Rejects where the thread has ended: its block is then done here. */
  readonly run: (block: number) => Promise<BlockSums>;
}

/** How a run ended; `result` is null where not one block was done. `sums` are what a later run can go on from. */
export interface SimulationOutcome {
  readonly kind: 'finished' | 'cancelled';
  readonly result: SimulationResult | null;
  readonly sums: BlockSums | null;
}

interface RunOptions {
  readonly simulation: Simulation;
  readonly signal: CancellationSignal;
  readonly host: SimulationHost;
  readonly onProgress: (result: SimulationResult, sums: BlockSums) => void;
  /** Threads that help; blocks are added in their order, so that the result is the same for any number of them. */
  readonly helpers?: readonly BlockHelper[];
  /** What an earlier run of the same request left: the run goes on at the next block. */
  readonly from?: BlockSums | null;
}

/** The host gets its turn after this much work. */
const workMs = 40;
const progressMs = 80;

/** Blocks that a helper has waiting, so that it never idles. */
const ahead = 2;

/** Blocks done so far, put together as they come. */
class Progress {
  readonly #options: RunOptions;
  /** Done, but one before them is not yet. */
  readonly #waiting = new Map<number, BlockSums>();
  #next: number;
  #again: number[] = [];
  #sums: BlockSums | null;
  #reported: number | null = null;
  #isExact = false;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#sums = options.from ?? null;
    this.#next = this.#sums?.blocks ?? 0;
    this.#isExact = this.#isExactEnough();
  }

  get sums(): BlockSums | null {
    return this.#sums;
  }

  /** The next block that nobody does; null where there is none. */
  take(): number | null {
    if (this.isOver) return null;
    const again = this.#again.pop();
    if (again !== undefined) return again;
    if (this.#next >= this.#options.simulation.blockCount) return null;
    this.#next += 1;
    return this.#next - 1;
  }

  /** For blocks whose thread has ended. */
  giveBack(block: number): void {
    this.#again.push(block);
  }

  get isOver(): boolean {
    return (
      this.#isExact ||
      this.#options.signal.aborted ||
      (this.#sums?.blocks ?? 0) >= this.#options.simulation.blockCount
    );
  }

  get isWhole(): boolean {
    return this.#isExact || (this.#sums?.blocks ?? 0) >= this.#options.simulation.blockCount;
  }

  add(block: BlockSums): void {
    this.#waiting.set(block.firstBlock, block);
    for (;;) {
      const next = this.#waiting.get(this.#sums?.blocks ?? 0);
      if (next === undefined || this.#isExact) break;
      this.#waiting.delete(next.firstBlock);
      this.#sums = this.#sums === null ? next : appendBlock(this.#sums, next);
      this.#isExact = this.#isExactEnough();
    }
    this.#report();
  }

  #isExactEnough(): boolean {
    return this.#sums !== null && this.#options.simulation.isExactEnough(this.#sums);
  }

  #report(): void {
    const { host, onProgress } = this.#options;
    if (this.#sums === null) return;
    if (this.#reported !== null && host.now() - this.#reported < progressMs) return;
    this.#reported = host.now();
    const result = this.result;
    if (result !== null) onProgress(result, this.#sums);
  }

  get result(): SimulationResult | null {
    return this.#sums === null ? null : this.#options.simulation.summarise([this.#sums]);
  }
}

/**
 * Runs a simulation on this thread in pieces of some milliseconds, and on those that help: the host has its turn about every
 * 40 ms and is then asked whether to go on, so a cancelled run ends within about 50 ms. Progress is reported
 * after the first block, then about every 80 ms as far as blocks are done.
 */
export async function runSimulation(options: RunOptions): Promise<SimulationOutcome> {
  const progress = new Progress(options);
  const helping = (options.helpers ?? []).flatMap((helper) =>
    Array.from({ length: ahead }, () => help(helper, progress)),
  );
  await workHere(options, progress);
  // What helpers have not finished is done here if they fail, and not waited for when the run is over.
  while (!progress.isOver) {
    await Promise.race([Promise.all(helping), options.host.pause()]);
    await workHere(options, progress);
  }
  const kind = progress.isWhole ? 'finished' : 'cancelled';
  return { kind, result: progress.result, sums: progress.sums };
}

async function help(helper: BlockHelper, progress: Progress): Promise<void> {
  for (let block = progress.take(); block !== null; block = progress.take()) {
    try {
      progress.add(await helper.run(block));
    } catch {
      progress.giveBack(block);
      return;
    }
  }
}

/** Does blocks until none is left to take, or the run is over. */
async function workHere(
  { simulation, signal, host }: RunOptions,
  progress: Progress,
): Promise<void> {
  let turn = host.now();
  for (let block = progress.take(); block !== null; block = progress.take()) {
    const run = simulation.startBlock(block);
    let done: BlockSums | null = null;
    while (done === null) {
      if (host.now() - turn >= workMs) {
        await host.pause();
        turn = host.now();
      }
      if (signal.aborted) return;
      done = run.step();
    }
    progress.add(done);
  }
}
