import { typingMs } from '../simulator/simulationActions';
import { parseHandleText } from './handleText';
import { askedOf } from './asked';
import type { RolloutHandle } from '../../src/core/rollout/read/rolloutHandle';
import { rolloutSentence } from '../../src/core/rollout/report/rolloutSentence';
import { levelOf } from '../../src/core/rollout/release/changedMetrics';
import type { FromRolloutWorker, ToRolloutWorker } from '../../src/protocol/rolloutWork';
import type { HostToRolloutPanel, RolloutPanelToHost } from '../../src/protocol/rolloutPanel';
import type { Host } from '../simulator/host';
import type { SimulationRunner } from '../simulator/simulationWorker';
import type { Store } from '../simulator/state';
import type { OwnInputs, RolloutPanelState } from './state';
import { resultTexts as texts } from './texts';

/** What people can do in the panel. */
export interface RolloutActions {
  readonly ask: (change: Partial<OwnInputs>) => void;
  readonly toggle: (id: string, open: boolean) => void;
  readonly type: (handle: RolloutHandle, text: string) => void;
  readonly commit: (handle: RolloutHandle) => void;
  readonly discard: (handle: RolloutHandle) => void;
  readonly drag: (handle: RolloutHandle, value: number | null) => void;
  readonly change: (handle: RolloutHandle, value: number) => void;
  readonly move: (kind: 'undo' | 'redo') => void;
  readonly start: () => void;
  readonly cancel: () => void;
  readonly film: (launch: number) => void;
  readonly look: (moment: number | null) => void;
  readonly play: (isPlaying: boolean) => void;
  readonly resize: (width: number) => void;
  readonly report: (message: FromRolloutWorker) => void;
  readonly hear: (message: HostToRolloutPanel) => void;
  readonly post: (message: RolloutPanelToHost) => void;
}

/** As the command line has it where nothing is said. */
const usual = { releasesPerYear: 100, shareBad: 0.1 } as const;

export function createActions({
  store,
  host,
  runner,
}: {
  readonly store: Store<RolloutPanelState>;
  readonly host: Host<RolloutPanelToHost, HostToRolloutPanel>;
  readonly runner: () => SimulationRunner<ToRolloutWorker>;
}): RolloutActions {
  let runs = 0;
  let edits = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const get = () => store.get();
  const post = host.post;

  /** Simulates what is asked, unless that is what is simulated. */
  const start = (isAgain = false): void => {
    const asked = askedOf(get());
    if (asked === null || (!isAgain && asked.question === get().run.question)) return;
    runs += 1;
    const { request, change, question } = asked;
    store.update({
      run: { kind: 'running', run: runs, question, progress: null, film: null, message: '' },
      moment: null,
      isPlaying: false,
    });
    const options = { name: change.name, ...usual };
    runner().send({ kind: 'start', run: runs, request, options, film: get().filmed });
  };

  const drafts = (change: (map: Map<string, { text: string; error: string | null }>) => void) => {
    const map = new Map(get().drafts);
    change(map);
    store.update({ drafts: map });
  };

  const change = (handle: RolloutHandle, value: number): void => {
    edits += 1;
    drafts((map) => map.delete(handle.id));
    // Shown, and counted from by the next key, until the file has it.
    store.update({ drag: { handle: handle.id, value } });
    const { own } = get();
    post({ kind: 'edit', id: edits, rollout: own.rollout, handle: handle.id, value });
  };

  return {
    post,
    ask: (changed) => {
      store.update({ own: { ...get().own, ...changed } });
      clearTimeout(waiting);
      // Whoever types has not done after each key.
      if (changed.rollout === undefined) waiting = setTimeout(start, typingMs);
      else start();
    },
    toggle: (id, open) => {
      const others = get().own.open.filter((other) => other !== id);
      store.update({ own: { ...get().own, open: open ? [...others, id] : others } });
    },
    type: (handle, text) => drafts((map) => map.set(handle.id, { text, error: null })),
    discard: (handle) => drafts((map) => map.delete(handle.id)),
    commit: (handle) => {
      const draft = get().drafts.get(handle.id);
      if (draft === undefined) return;
      const read = parseHandleText(handle, draft.text);
      if (read.kind === 'invalid') {
        drafts((map) => map.set(handle.id, { text: draft.text, error: read.message }));
      } else if (read.value === handle.value) drafts((map) => map.delete(handle.id));
      else change(handle, read.value);
    },
    drag: (handle, value) =>
      store.update({ drag: value === null ? null : { handle: handle.id, value } }),
    change,
    move: (kind) => {
      edits += 1;
      post({ kind, id: edits });
    },
    start: () => start(true),
    cancel: () => {
      const { run } = get();
      if (run.kind === 'running') runner().send({ kind: 'cancel', run: run.run });
    },
    film: (launch) => {
      const asked = askedOf(get());
      store.update({ filmed: launch, moment: null, isPlaying: false });
      if (asked === null) return;
      runner().send({ kind: 'film', run: get().run.run, request: asked.request, film: launch });
    },
    look: (moment) => store.update({ moment }),
    play: (isPlaying) => store.update({ isPlaying }),
    resize: (width) => {
      if (width !== get().width) store.update({ width });
    },
    report: (message) => store.update(reported(get(), message)),
    hear: (message) => {
      if (message.kind === 'edited') {
        store.update({ notice: message.error, ...(message.id === edits && { drag: null }) });
        return;
      }
      const { snapshot } = message;
      const { own } = get();
      const rollout = own.rollout < snapshot.rollouts.length ? own.rollout : 0;
      store.update({ snapshot, own: { ...own, rollout } });
      start();
    },
  };
}

/** What a message of the worker changes; nothing if it is of a run of the past. */
function reported(
  state: RolloutPanelState,
  message: FromRolloutWorker,
): Partial<RolloutPanelState> {
  const { run } = state;
  if (message.run !== run.run) return {};
  switch (message.kind) {
    case 'film':
      return { run: { ...run, film: message.film } };
    case 'progress':
      return { run: { ...run, progress: message.progress } };
    case 'finished':
    case 'cancelled':
      return {
        run: { ...run, kind: message.kind, progress: message.progress },
        announcement:
          message.kind === 'finished'
            ? texts.announceFinished(sentenceOf(state, message.progress.bad))
            : texts.announceCancelled,
      };
    case 'failed':
      return {
        run: { ...run, kind: 'failed', message: message.message },
        announcement: texts.failed,
      };
  }
}

/** The answer in a line. */
export function sentenceOf(
  state: RolloutPanelState,
  bad: NonNullable<RolloutPanelState['run']['progress']>['bad'],
): string {
  const asked = askedOf(state);
  if (asked === null || bad === null) return '';
  const { name } = asked.change;
  const { metrics } = asked.request.release;
  const normal = levelOf(metrics, name, 'baseline');
  return rolloutSentence(
    { metric: name, normal, underTest: levelOf(metrics, name, 'canary') },
    bad,
  );
}
