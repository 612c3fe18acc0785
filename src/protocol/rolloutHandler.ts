import { assessmentSteps, type AssessmentPart } from '../core/rollout/assess/assessRollout';
import { comparisonSteps } from '../core/rollout/compare/compareStrategies';
import { filmLaunch } from '../core/rollout/simulate/rolloutFilm';
import type { FromRolloutWorker, RolloutProgress, ToRolloutWorker } from './rolloutWork';

type StartMessage = Extract<ToRolloutWorker, { readonly kind: 'start' }>;

/** Where a handler lives: a worker, or the page itself. */
export interface RolloutHandlerPorts {
  readonly post: (message: FromRolloutWorker) => void;
  /** Milliseconds. */
  readonly now: () => number;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
}

/** Takes the messages for a rollout worker. */
export interface RolloutHandler {
  readonly receive: (message: ToRolloutWorker) => void;
  /** Cancels what runs and says nothing more. */
  readonly end: () => void;
}

interface CurrentRun {
  readonly run: number;
  aborted: boolean;
}

/** Work in one piece, and the time between two reports. */
const sliceMs = 30;
const reportMs = 120;

const nothing: RolloutProgress = {
  bad: null,
  good: null,
  curve: [],
  assessment: null,
  comparison: null,
};

/**
 * Does a rollout worker's work over its messages: the same in a worker and, where a host refuses workers, on the page. One
 * run at a time: a new one cancels the one before. Every `start` is answered in the end by exactly one of `finished`,
 * `cancelled` and `failed`, unless the handler is ended.
 */
export function createRolloutHandler(ports: RolloutHandlerPorts): RolloutHandler {
  let current: CurrentRun | null = null;
  let before: Promise<void> = Promise.resolve();
  let ended = false;
  const post = (message: FromRolloutWorker): void => {
    if (!ended) ports.post(message);
  };
  return {
    receive: (message) => {
      if (ended) return;
      if (message.kind === 'film') {
        post({ kind: 'film', run: message.run, film: filmLaunch(message.request, message.film) });
      } else if (message.kind === 'start') {
        if (current !== null) current.aborted = true;
        const started: CurrentRun = { run: message.run, aborted: false };
        current = started;
        before = before.then(() => perform(started, message, { ...ports, post }));
      } else if (current?.run === message.run) current.aborted = true;
    },
    end: () => {
      ended = true;
      if (current !== null) current.aborted = true;
    },
  };
}

/** Runs a request to its end and says how it ended. Never rejects. */
async function perform(
  started: CurrentRun,
  message: StartMessage,
  ports: RolloutHandlerPorts,
): Promise<void> {
  const { run } = message;
  try {
    await new Run(started, message, ports).toEnd();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    ports.post({
      kind: 'failed',
      run,
      message: `The simulation failed, which is Flaglab's own fault: ${reason}`,
    });
  }
}

class Run {
  #progress = nothing;
  #reportedAt = -Infinity;
  #pausedAt: number;

  constructor(
    private readonly started: CurrentRun,
    private readonly message: StartMessage,
    private readonly ports: RolloutHandlerPorts,
  ) {
    this.#pausedAt = ports.now();
  }

  async toEnd(): Promise<void> {
    const { request, options, film, run } = this.message;
    const { post } = this.ports;
    if (!this.started.aborted) post({ kind: 'film', run, film: filmLaunch(request, film) });
    const signal = this.started;
    const assessment = await this.#follow(assessmentSteps(request, { ...options, signal }));
    if (assessment !== null) {
      this.#know({ assessment, curve: assessment.curve });
      this.#report();
      const comparison = await this.#follow(comparisonSteps(request));
      if (comparison !== null) this.#know({ comparison });
    }
    const kind = this.started.aborted ? 'cancelled' : 'finished';
    post({ kind, run, progress: this.#progress });
  }

  /** What steps come to; null once the run is cancelled. */
  async #follow<Result>(steps: Generator<AssessmentPart, Result>): Promise<Result | null> {
    for (;;) {
      if (this.started.aborted) return null;
      const step = steps.next();
      if (step.done === true) return step.value;
      if (step.value !== null) this.#take(step.value);
      await this.#giveWay();
    }
  }

  #take(part: NonNullable<AssessmentPart>): void {
    if (part.kind === 'point') this.#know({ curve: [...this.#progress.curve, part.point] });
    else this.#know({ [part.kind]: part.result });
  }

  #know(part: Partial<RolloutProgress>): void {
    this.#progress = { ...this.#progress, ...part };
  }

  #report(): void {
    this.#reportedAt = this.ports.now();
    this.ports.post({ kind: 'progress', run: this.started.run, progress: this.#progress });
  }

  async #giveWay(): Promise<void> {
    const { now, pause } = this.ports;
    if (now() - this.#pausedAt < sliceMs) return;
    if (now() - this.#reportedAt >= reportMs) this.#report();
    await pause();
    this.#pausedAt = now();
  }
}
