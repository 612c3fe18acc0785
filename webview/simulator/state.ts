import { questions, type SolveFor } from '../../src/core/experiment/size/solveFor';
import {
  type PlannerToolId,
  plannerToolIds,
} from '../../src/core/experiment/size/tools/plannerTool';
import type { ComparedNumbers } from '../../src/core/report/simulation/comparedNumbers';
import type { RunCheckpoint } from '../../src/core/simulate/runCheckpoint';
import type { LaunchFilm, SimulationResult } from '../../src/core/simulate/simulationResult';
import type { PanelSnapshot } from '../../src/protocol/panel';
import type { SimulationRequest } from '../../src/protocol/simulation';

/** Text typed into a field that the file does not hold yet. */
export interface Draft {
  readonly text: string;
  /** What the file said when typing began. */
  readonly before: string;
  /** Why it was not taken; null while nobody knows. */
  readonly error: string | null;
  /** Sent to the host, which has not answered yet. */
  readonly sent: { readonly id: number; readonly text: string } | null;
}

/** What was asked of a simulation, and what of it is done. */
export interface AskedRun {
  /** Its plan is kept with it: a result speaks of the plan it was run for. */
  readonly request: SimulationRequest;
  /** Null before the first block is done. */
  readonly checkpoint: RunCheckpoint | null;
}

/** A simulation that was drawn, in part at least. */
export interface DrawnRun extends AskedRun {
  readonly kind: 'running' | 'finished' | 'cancelled';
  readonly run: number;
  readonly result: SimulationResult | null;
  /** It was stopped by closing the panel it ran in, and is told of in this one. */
  readonly closed: boolean;
  /** What was shown before it, and is until its own first result is there. */
  readonly before: ShownResult | null;
}

/** A result and what it is the result of. */
export interface ShownResult {
  readonly request: SimulationRequest;
  readonly result: SimulationResult;
}

/** The launch that is watched, and how far. */
export interface FilmState {
  /** Null for that of the result. */
  readonly film: LaunchFilm | null;
  /** Days shown; null for all. */
  readonly days: number | null;
  readonly playing: boolean;
}

/** How a simulation stands. */
export type SimulationState =
  | { readonly kind: 'idle' }
  | DrawnRun
  | ({ readonly kind: 'failed'; readonly message: string } & AskedRun);

/** Numbers to compare with, in words. */
export interface Pinned {
  readonly name: string;
  readonly numbers: ComparedNumbers;
}

/** The panel's own inputs: what survives hiding it. Results are computed anew. */
export interface OwnInputs {
  readonly seed: string;
  readonly replications: string;
  /** The error at which a run ends before its last replication, in points; empty for none. */
  readonly error: string;
  /** Ids of the rules that are compared with the plan's own. */
  readonly rules: readonly string[];
  /** Ids of the folded-out parts. */
  readonly open: readonly string[];
  readonly scrollTop: number;
  /** The number that is computed; the others are given by the plan. */
  readonly solveFor: SolveFor;
  /** By whose definition; null for the plan's own test. */
  readonly match: PlannerToolId | null;
  /** What the plan is compared with; left out: nothing. */
  readonly pinned?: Pinned;
}

export interface PanelState {
  /** The file, as the host sent it last; null before the first. The panel keeps no plan beside it. */
  readonly snapshot: PanelSnapshot | null;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly own: OwnInputs;
  readonly simulation: SimulationState;
  readonly film: FilmState;
  /** What became of the last copy of a chart. */
  readonly copied: { readonly chart: string; readonly words: string } | null;
  /** Why the last change by a button was not made; null if it was. */
  readonly notice: string | null;
  /** Said by screen readers, politely, when it changes. */
  readonly announcement: string;
}

export const defaultOwnInputs: OwnInputs = {
  seed: '1',
  replications: '10000',
  error: '',
  rules: [],
  open: [],
  scrollTop: 0,
  solveFor: 'sample-size',
  match: null,
};

function textsIn(kept: unknown): readonly string[] {
  return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
}

/** Nothing is played, the whole launch is shown. */
export const wholeFilm: FilmState = { film: null, days: null, playing: false };

function isPinned(kept: unknown): kept is Pinned {
  const { name, numbers } = (kept ?? {}) as Record<string, unknown>;
  const isPair = (each: unknown): boolean =>
    Array.isArray(each) && each.length === 2 && each.every((text) => typeof text === 'string');
  return typeof name === 'string' && Array.isArray(numbers) && numbers.every(isPair);
}

/** What was kept, as far as it is usable: it may come from another version of the panel. */
export function readOwnInputs(kept: unknown): OwnInputs {
  const from = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  const { seed, replications, error, rules, open, scrollTop, solveFor, match, pinned } = from;
  return {
    seed: typeof seed === 'string' ? seed : defaultOwnInputs.seed,
    replications: typeof replications === 'string' ? replications : defaultOwnInputs.replications,
    error: typeof error === 'string' ? error : defaultOwnInputs.error,
    rules: textsIn(rules),
    open: textsIn(open),
    scrollTop: typeof scrollTop === 'number' && scrollTop >= 0 ? scrollTop : 0,
    solveFor: questions.find((question) => question === solveFor) ?? defaultOwnInputs.solveFor,
    match: plannerToolIds.find((tool) => tool === match) ?? null,
    ...(isPinned(pinned) && { pinned }),
  };
}

export function initialState(kept: unknown): PanelState {
  return {
    snapshot: null,
    drafts: new Map(),
    own: readOwnInputs(kept),
    simulation: { kind: 'idle' },
    film: wholeFilm,
    copied: null,
    notice: null,
    announcement: '',
  };
}

/** Holds the one state and tells who draws it when it changed. */
export interface Store<State = PanelState> {
  readonly get: () => State;
  readonly update: (change: Partial<State>) => void;
}

/** Changes made in one go are drawn once. */
export function createStore<State extends object>(
  initial: State,
  onChange: (state: State) => void,
): Store<State> {
  let state = initial;
  let scheduled = false;
  return {
    get: () => state,
    update: (change) => {
      state = { ...state, ...change };
      if (scheduled) return;
      scheduled = true;
      queueMicrotask(() => {
        scheduled = false;
        onChange(state);
      });
    },
  };
}
