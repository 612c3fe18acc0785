import type { RolloutFilm } from '../../src/core/rollout/simulate/rolloutFilm';
import type { RolloutSnapshot } from '../../src/protocol/rolloutPanel';
import type { RolloutProgress } from '../../src/protocol/rolloutWork';

/** The panel's own inputs: what survives hiding it. Results are computed anew. */
export interface OwnInputs {
  /** Which rollout of the file. */
  readonly rollout: number;
  /** The release under test: `error-rate=1%`; empty for the usual one. */
  readonly release: string;
  /** Requests a second; empty for those of the file and of `flaglab.yaml`. */
  readonly traffic: string;
  readonly launches: string;
  readonly seed: string;
  /** Ids of the folded-out parts. */
  readonly open: readonly string[];
}

/** How the simulation stands. */
export interface RunState {
  readonly kind: 'idle' | 'running' | 'finished' | 'cancelled' | 'failed';
  readonly run: number;
  /** What is simulated, as text: the same text is the same question. */
  readonly question: string;
  readonly progress: RolloutProgress | null;
  readonly film: RolloutFilm | null;
  readonly message: string;
}

/** A number on its way: dragged, or typed and not yet taken. */
export interface HandleDraft {
  readonly text: string;
  readonly error: string | null;
}

export interface RolloutPanelState {
  /** The file, as the host sent it last; null before the first. The panel keeps no rollout beside it. */
  readonly snapshot: RolloutSnapshot | null;
  readonly own: OwnInputs;
  readonly drafts: ReadonlyMap<string, HandleDraft>;
  /** What is dragged, and its value there. */
  readonly drag: { readonly handle: string; readonly value: number } | null;
  readonly run: RunState;
  /** Number of the launch that is filmed. */
  readonly filmed: number;
  /** Moment of the film that is looked at, in seconds; null: all of it. */
  readonly moment: number | null;
  readonly isPlaying: boolean;
  /** Pixels that the timeline has. */
  readonly width: number;
  readonly notice: string | null;
  /** Said by screen readers, politely, when it changes. */
  readonly announcement: string;
}

export const defaultOwnInputs: OwnInputs = {
  rollout: 0,
  release: '',
  traffic: '',
  launches: '2000',
  seed: '1',
  open: ['settings'],
};

/** What was kept, as far as it is usable: it may come from another version of the panel. */
export function readOwnInputs(kept: unknown): OwnInputs {
  const from = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  const text = (key: 'release' | 'traffic' | 'launches' | 'seed'): string => {
    const value = from[key];
    return typeof value === 'string' ? value : defaultOwnInputs[key];
  };
  const { rollout, open } = from;
  return {
    rollout: typeof rollout === 'number' && rollout >= 0 ? Math.floor(rollout) : 0,
    release: text('release'),
    traffic: text('traffic'),
    launches: text('launches'),
    seed: text('seed'),
    open: Array.isArray(open) ? open.filter((id) => typeof id === 'string') : defaultOwnInputs.open,
  };
}

export function initialState(kept: unknown): RolloutPanelState {
  return {
    snapshot: null,
    own: readOwnInputs(kept),
    drafts: new Map(),
    drag: null,
    run: { kind: 'idle', run: 0, question: '', progress: null, film: null, message: '' },
    filmed: 0,
    moment: null,
    isPlaying: false,
    width: 720,
    notice: null,
    announcement: '',
  };
}
