import type { Plan } from '../../src/core/experiment/plan/planSchema';
import { type RunCheckpoint, resumedSums } from '../../src/core/simulate/runCheckpoint';
import { usableRules } from '../../src/core/simulate/rules/usableRules';
import type { KeptRun } from '../../src/protocol/keptRun';
import type { FromSimulationWorker, SimulationRequest } from '../../src/protocol/simulation';
import { errorFormat, replicationsFormat, seedFormat } from './fields/runFields';
import { parseNumber } from './fields/numberFormat';
import type { SimulationRunner } from './simulationWorker';
import {
  type OwnInputs,
  type ShownResult,
  type SimulationState,
  type Store,
  wholeFilm,
} from './state';
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
  readonly typeError: (text: string) => void;
  readonly newSeed: () => void;
  /** Compares a rule with the plan's own, or no longer. */
  readonly compareRule: (id: string, isCompared: boolean) => void;
  /** The plan or an input is another one: what was run before is run again. */
  readonly inputsChanged: () => void;
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

/** Those that the plan's launches can be analysed by, in the order of the registry: one that cannot be used refuses the run. */
function comparedRules(chosen: readonly string[], plan: Plan): readonly string[] {
  return usableRules(plan).flatMap(({ rule: { id }, reason }) =>
    reason === null && chosen.includes(id) ? [id] : [],
  );
}

/** What is asked of a run besides the plan; null while one of the inputs is not valid. */
export function askedOf(own: OwnInputs, plan: Plan): Omit<SimulationRequest, 'plan'> | null {
  const seed = parseNumber(own.seed, seedFormat);
  const replications = parseNumber(own.replications, replicationsFormat);
  const error = own.error.trim() === '' ? null : parseNumber(own.error, errorFormat);
  if (seed.kind === 'invalid' || replications.kind === 'invalid' || error?.kind === 'invalid') {
    return null;
  }
  const rules = own.rules.length === 0 ? [] : comparedRules(own.rules, plan);
  return {
    seed: seed.value,
    replications: replications.value,
    ...(error !== null && { error: error.value }),
    ...(rules.length > 0 && { rules }),
  };
}

/** What a run shows: its own result, until there is one that of the run before. */
export function shownResult(state: SimulationState): ShownResult | null {
  if (state.kind === 'idle' || state.kind === 'failed') return null;
  const { request, result, before } = state;
  return result === null || result.replications.done === 0 ? before : { request, result };
}

function isSameRun(one: SimulationRequest, other: SimulationRequest): boolean {
  const told = ({ plan, ...asked }: SimulationRequest) =>
    JSON.stringify([simulatedPart(plan), asked.seed, asked.replications, asked.error, asked.rules]);
  return told(one) === told(other);
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
    // Taken by who watches it.
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

/** A pause in typing that means it is done. */
export const typingMs = 250;

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
    const before = shownResult(store.get().simulation);
    const running = { kind: 'running', run: runs, request, result: null } as const;
    store.update({
      simulation: { ...running, checkpoint: from, closed, before },
      film: wholeFilm,
      announcement: announcements.running,
    });
    runner().send({ kind: 'start', run: runs, request, from, tellOnly });
  };

  let waiting: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    clearTimeout(waiting);
    const { snapshot, own: inputs } = store.get();
    if (!snapshot?.plan) return;
    const asked = askedOf(inputs, snapshot.plan);
    if (asked !== null) start({ plan: snapshot.plan, ...asked });
  };
  const inputsChanged = () => {
    clearTimeout(waiting);
    const { snapshot, own: inputs, simulation } = store.get();
    if (simulation.kind === 'idle') return;
    const plan = snapshot?.plan ?? null;
    const asked = plan === null ? null : askedOf(inputs, plan);
    if (plan === null || asked === null) cancel();
    else if (!isSameRun({ plan, ...asked }, simulation.request)) run();
  };
  /** Whoever types has not done after each key. */
  const typed = (change: Partial<OwnInputs>) => {
    own(change);
    clearTimeout(waiting);
    waiting = setTimeout(inputsChanged, typingMs);
  };

  return {
    run,
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
    typeSeed: (seed) => typed({ seed }),
    typeReplications: (replications) => typed({ replications }),
    typeError: (error) => typed({ error }),
    newSeed: () => {
      own({ seed: String(randomSeed()) });
      inputsChanged();
    },
    compareRule: (id, isCompared) => {
      const others = store.get().own.rules.filter((other) => other !== id);
      own({ rules: isCompared ? [...others, id] : others });
      inputsChanged();
    },
    inputsChanged,
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
