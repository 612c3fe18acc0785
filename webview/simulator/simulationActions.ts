import type { Plan } from '../../src/core/experiment/plan/planSchema';
import { type RunCheckpoint, resumedSums } from '../../src/core/simulate/runCheckpoint';
import type { KeptRun } from '../../src/protocol/keptRun';
import type { FromSimulationWorker, SimulationRequest } from '../../src/protocol/simulation';
import { replicationsFormat, seedFormat } from './fields/runFields';
import { parseNumber } from './fields/numberFormat';
import type { SimulationRunner } from './simulationWorker';
import type { OwnInputs, SimulationState, Store } from './state';
import { simulationTexts as texts } from './texts';

export interface SimulationActions {
  readonly run: () => void;
  readonly cancel: () => void;
  /** Goes on where a run of the plan was stopped. */
  readonly goOn: () => void;
  /** Takes up what an earlier panel on this file left of a run; false where it was of another plan. */
  readonly takeUp: (left: KeptRun, closed: boolean) => boolean;
  readonly typeSeed: (text: string) => void;
  readonly typeReplications: (text: string) => void;
  readonly newSeed: () => void;
  readonly report: (message: FromSimulationWorker) => void;
}

/** What of a plan decides the result, and the unit it is told in: a new hypothesis text does not make it out of date. */
export function simulatedPart(plan: Plan): string {
  const { flag, unit, variants, metrics, design, traffic } = plan;
  const { assignment, telemetry, simulation } = plan;
  return JSON.stringify([
    { flag, unit, variants, metrics, design, traffic },
    { assignment, telemetry, simulation },
  ]);
}

/** Seed and replications as numbers; null while one of them is not valid. */
export function runNumbers(own: OwnInputs): { seed: number; replications: number } | null {
  const seed = parseNumber(own.seed, seedFormat);
  const replications = parseNumber(own.replications, replicationsFormat);
  return seed.kind === 'value' && replications.kind === 'value'
    ? { seed: seed.value, replications: replications.value }
    : null;
}

/** The state after a message of the worker; the same state if the message is of a run of the past. */
function reported(state: SimulationState, message: FromSimulationWorker): SimulationState {
  if (state.kind !== 'running' || state.run !== message.run) return state;
  switch (message.kind) {
    case 'progress':
      return { ...state, result: message.result, checkpoint: message.checkpoint };
    case 'finished':
    case 'cancelled':
      return {
        ...state,
        kind: message.kind,
        result: message.result ?? state.result,
        checkpoint: message.checkpoint ?? state.checkpoint,
      };
    // Nobody asks for another launch yet.
    case 'film':
      return state;
    case 'failed':
      return {
        kind: 'failed',
        message: message.message,
        request: state.request,
        checkpoint: state.checkpoint,
      };
  }
}

const announcements: Readonly<Record<SimulationState['kind'], string>> = {
  idle: '',
  running: texts.announceRunning,
  finished: texts.announceFinished,
  cancelled: texts.announceCancelled,
  failed: texts.announceFailed,
};

export function createSimulationActions({
  store,
  runner,
  keep,
  randomSeed,
}: {
  readonly store: Store;
  readonly runner: () => SimulationRunner;
  readonly keep: (run: KeptRun) => void;
  readonly randomSeed: () => number;
}): SimulationActions {
  let runs = 0;
  const own = (change: Partial<OwnInputs>) =>
    store.update({ own: { ...store.get().own, ...change } });
  const cancel = () => {
    const { simulation } = store.get();
    if (simulation.kind === 'running') runner().send({ kind: 'cancel', run: simulation.run });
  };
  const start = (
    request: SimulationRequest,
    from: RunCheckpoint | null = null,
    { tellOnly = false, closed = false } = {},
  ) => {
    cancel();
    runs += 1;
    store.update({
      simulation: { kind: 'running', run: runs, request, result: null, checkpoint: from, closed },
      announcement: announcements.running,
    });
    runner().send({ kind: 'start', run: runs, request, from, tellOnly });
  };

  return {
    run: () => {
      const { snapshot, own: inputs } = store.get();
      const numbers = runNumbers(inputs);
      if (snapshot?.plan && numbers !== null) start({ plan: snapshot.plan, ...numbers });
    },
    cancel,
    goOn: () => {
      const { simulation } = store.get();
      if (simulation.kind === 'cancelled' || simulation.kind === 'failed') {
        start(simulation.request, simulation.checkpoint);
      }
    },
    takeUp: ({ asked, checkpoint, state }, closed) => {
      const plan = store.get().snapshot?.plan;
      if (!plan) return false;
      const request = { plan, ...asked };
      if (resumedSums(request, checkpoint) === null) return false;
      const tellOnly = state === 'cancelled' || (state === 'running' && closed);
      start(request, checkpoint, { tellOnly, closed });
      return true;
    },
    typeSeed: (seed) => own({ seed }),
    typeReplications: (replications) => own({ replications }),
    newSeed: () => own({ seed: String(randomSeed()) }),
    report: (message) => {
      const { simulation } = store.get();
      const next = reported(simulation, message);
      if (next === simulation) return;
      const announcement =
        next.kind === 'running' ? {} : { announcement: announcements[next.kind] };
      store.update({ simulation: next, ...announcement });
      if (next.kind === 'idle' || next.kind === 'failed' || next.checkpoint === null) return;
      const { plan: _plan, ...asked } = next.request;
      keep({ asked, checkpoint: next.checkpoint, state: next.kind });
    },
  };
}
