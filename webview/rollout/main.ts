import { render } from 'lit/html.js';
import type { HostToRolloutPanel, RolloutPanelToHost } from '../../src/protocol/rolloutPanel';
import type { FromRolloutWorker, ToRolloutWorker } from '../../src/protocol/rolloutWork';
import { createRolloutHandler } from '../../src/protocol/rolloutHandler';
import { inProcess } from '../simulator/inProcess';
import { connectHost } from '../simulator/host';
import { startRunner, type SimulationRunner } from '../simulator/simulationWorker';
import { still } from '../simulator/still';
import { createStore } from '../simulator/state';
import { registerControls } from '../simulator/ui';
import { createActions } from './actions';
import { askedOf } from './asked';
import { listenToKeys } from './keys';
import './rollout.css';
import { initialState, type OwnInputs, type RolloutPanelState } from './state';
import { panelView } from './views/panelView';

const host = connectHost<RolloutPanelToHost, HostToRolloutPanel>();
const place = document.createElement('div');
const store = createStore<RolloutPanelState>(initialState(host.kept()), draw);
const actions = createActions({ store, host, runner });

let currentRunner: SimulationRunner<ToRolloutWorker> | null = null;
let kept: OwnInputs | null = null;
let lastFrame = 0;

/** The worker is started with the first run, and anew after it has failed. */
function runner(): SimulationRunner<ToRolloutWorker> {
  const workerUri = store.get().snapshot?.workerUri ?? '';
  currentRunner ??= startRunner<ToRolloutWorker, FromRolloutWorker>({
    workerUri,
    inProcess: inProcess(createRolloutHandler),
    log: (level, message) => host.post({ kind: 'log', level, message }),
    report: (message) => {
      if (message.kind === 'failed') {
        currentRunner?.end();
        currentRunner = null;
      }
      actions.report(message);
    },
  });
  return currentRunner;
}

/** The whole film in so many milliseconds, in pictures so far apart. */
const filmMs = 8000;
const frameMs = 100;

function play(time: number): void {
  const { isPlaying, run, moment } = store.get();
  if (!isPlaying || run.film === null) return;
  if (time - lastFrame >= frameMs) {
    const from = moment === null || moment >= run.film.seconds ? 0 : moment;
    const next = from + (run.film.seconds * Math.min(frameMs * 2, time - lastFrame)) / filmMs;
    lastFrame = time;
    if (next >= run.film.seconds) {
      actions.look(null);
      actions.play(false);
      return;
    }
    actions.look(next);
  }
  requestAnimationFrame(play);
}

let wasPlaying = false;

function draw(state: RolloutPanelState): void {
  if (state.own !== kept) {
    kept = state.own;
    host.keep(state.own);
  }
  if (state.isPlaying && !wasPlaying) {
    lastFrame = performance.now();
    requestAnimationFrame(play);
  }
  wasPlaying = state.isPlaying;
  render(panelView({ state, asked: askedOf(state), actions, still: still() }), place);
}

registerControls();
document.getElementById('panel')?.replaceChildren(place);
listenToKeys({ store, actions });
host.listen((message) => actions.hear(message));
draw(store.get());
host.post({ kind: 'ready' });
