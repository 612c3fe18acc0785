import { RandomStream } from '../../stats/random/randomStream';
import { controllerOf, type BoundController } from '../controllers/registry';
import { Launch } from '../launch/launch';
import { exposureBins } from './exposureBins';
import { finished } from './finished';
import { type LaunchRecord, launchRecord } from './launchRecord';
import type { RolloutRequest } from './rolloutRequest';
import type { RolloutResult } from './rolloutResult';
import { summariseLaunches } from './summariseLaunches';

/** Launches that share a random stream. Part of what a result is a function of. */
const launchesPerBlock = 100;
const launchesPerStep = 20;
/** Some milliseconds even of a judge that compares time series. */
const launchesPerBreath = 2;

/**
 * A simulation of launches, done in steps of some milliseconds. Its result is a function of the request alone: each block
 * of 100 launches has its own random stream.
 */
export class RolloutSimulation {
  readonly #request: RolloutRequest;
  readonly #controller: BoundController;
  readonly #records: LaunchRecord[] = [];
  #stream: RandomStream | null = null;

  constructor(request: RolloutRequest) {
    this.#request = request;
    this.#controller = controllerOf(request.strategy);
  }

  get launchesDone(): number {
    return this.#records.length;
  }

  /** Goes on for some launches; false once all are done. */
  step(most = launchesPerStep): boolean {
    const { launches, seed } = this.#request;
    const end = Math.min(launches, this.#records.length + most);
    while (this.#records.length < end) {
      const index = this.#records.length;
      if (this.#stream === null || index % launchesPerBlock === 0) {
        this.#stream = RandomStream.ofBlock(seed, index / launchesPerBlock);
      }
      this.#records.push(this.#launch(this.#stream));
    }
    return this.#records.length < launches;
  }

  /** What the launches so far say. */
  result(): RolloutResult {
    const { seed, traffic } = this.#request;
    return {
      seed,
      launches: this.#records.length,
      ...summariseLaunches(this.#records, traffic),
      exposures: exposureBins(this.#records),
      closedForm: this.#controller.chances(this.#request),
    };
  }

  #launch(stream: RandomStream): LaunchRecord {
    const launch = new Launch(this.#request, { stream, film: null });
    return launchRecord(launch, this.#controller.run(launch));
  }
}

/** Simulates all launches in small steps, between which others can have their turn. */
export function* simulateSteps(request: RolloutRequest): Generator<null, RolloutResult> {
  const simulation = new RolloutSimulation(request);
  while (simulation.step(launchesPerBreath)) yield null;
  return simulation.result();
}

/** Simulates all launches in one go. */
export function simulateRollout(request: RolloutRequest): RolloutResult {
  return finished(simulateSteps(request));
}
