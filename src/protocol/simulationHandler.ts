import { runSimulation, type SimulationHost } from '../core/simulate/runSimulation';
import { createSimulation, type Simulation } from '../core/simulate/simulation';
import { checkpointOf, resumedSums } from '../core/simulate/runCheckpoint';
import type { FromSimulationWorker, ToSimulationWorker } from './simulation';

type StartMessage = Extract<ToSimulationWorker, { readonly kind: 'start' }>;

/** Where a handler lives: a worker, or the page itself. */
export interface SimulationHandlerPorts extends SimulationHost {
  readonly post: (message: FromSimulationWorker) => void;
}

/** Takes the messages for a simulation worker. */
export interface SimulationHandler {
  readonly receive: (message: ToSimulationWorker) => void;
  /** Cancels what runs and says nothing more. */
  readonly end: () => void;
}

interface CurrentRun {
  readonly run: number;
  aborted: boolean;
}

/**
 * Does a simulation worker's work over its messages: the same in a worker and, where a host refuses
 * workers, on the page. One run at a time: a new one cancels the one before. Every `start` is answered in
 * the end by exactly one of `finished`, `cancelled` and `failed`, unless the handler is ended.
 */
export function createSimulationHandler(ports: SimulationHandlerPorts): SimulationHandler {
  let current: CurrentRun | null = null;
  /** The end of all runs so far: the next one waits for it. */
  let before: Promise<void> = Promise.resolve();
  let ended = false;
  const post = (message: FromSimulationWorker): void => {
    if (!ended) ports.post(message);
  };
  const start = (message: StartMessage): void => {
    if (current !== null) current.aborted = true;
    const started: CurrentRun = { run: message.run, aborted: false };
    current = started;
    before = before.then(() => perform(started, message, { ...ports, post }));
  };
  return {
    receive: (message) => {
      if (ended) return;
      if (message.kind === 'start') start(message);
      else if (message.kind === 'film') post(filmed(message));
      else if (current?.run === message.run) current.aborted = true;
    },
    end: () => {
      ended = true;
      if (current !== null) current.aborted = true;
    },
  };
}

/** Another launch of a run, or why there is none. */
function filmed({
  run,
  request,
  launch,
}: Extract<ToSimulationWorker, { readonly kind: 'film' }>): FromSimulationWorker {
  const created = createSimulation(request);
  return created.kind === 'refused'
    ? { kind: 'failed', run, message: created.message }
    : { kind: 'film', run, film: created.simulation.film(launch) };
}

/** Runs a request to its end and says how it ended. Never rejects. */
async function perform(
  started: CurrentRun,
  message: StartMessage,
  ports: SimulationHandlerPorts,
): Promise<void> {
  const { run, request, from = null } = message;
  const { post } = ports;
  try {
    const created = started.aborted ? null : createSimulation(request);
    if (created === null) post({ kind: 'cancelled', run, result: null, checkpoint: from });
    else if (created.kind === 'refused') post({ kind: 'failed', run, message: created.message });
    else await draw(created.simulation, { started, message, ports });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    post({
      kind: 'failed',
      run,
      message: `The simulation failed, which is Flaglab's own fault: ${reason}`,
    });
  }
}

/** Tells what is known already, then draws the rest. */
async function draw(
  simulation: Simulation,
  {
    started,
    message: { run, request, from = null, tellOnly = false },
    ports: { post, now, pause },
  }: {
    readonly started: CurrentRun;
    readonly message: StartMessage;
    readonly ports: SimulationHandlerPorts;
  },
): Promise<void> {
  const before = resumedSums(request, from);
  const known = before === null ? null : simulation.summarise([before]);
  if (tellOnly) {
    post({ kind: 'cancelled', run, result: known, checkpoint: known === null ? null : from });
    return;
  }
  if (known !== null && from !== null) {
    post({ kind: 'progress', run, result: known, checkpoint: from });
  }
  const { kind, result, sums } = await runSimulation({
    simulation,
    signal: started,
    host: { now, pause },
    from: before,
    onProgress: (progress, done) =>
      post({ kind: 'progress', run, result: progress, checkpoint: checkpointOf(request, done) }),
  });
  const checkpoint = sums === null ? null : checkpointOf(request, sums);
  if (kind === 'finished' && result !== null && checkpoint !== null) {
    post({ kind, run, result, checkpoint });
  } else post({ kind: 'cancelled', run, result, checkpoint });
}
