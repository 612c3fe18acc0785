import { render } from 'lit/html.js';
import { assertNever } from '../../src/core/model/assertNever';
import type { HostToPanel, PanelSnapshot } from '../../src/protocol/panel';
import type { ChartDescription } from '../../src/core/report/chart/chartDescription';
import { type CopyFormat, copyChart } from './charts/copyChart';
import { createCompareActions } from './compareActions';
import type { FromSimulationWorker } from '../../src/protocol/simulation';
import { createFieldActions } from './fieldActions';
import { createFilmActions } from './filmActions';
import { connectHost } from './host';
import { createSimulationHandler } from '../../src/protocol/simulationHandler';
import { inProcess } from './inProcess';
import { focusedField, listenToKeys } from './keys';
import { createReportActions } from './reportActions';
import { createRunKeeper } from './runKeeper';
import { createSimulationActions } from './simulationActions';
import { startRunner, type SimulationRunner } from './simulationWorker';
import './simulator.css';
import { still } from './still';
import { createStore, initialState, type OwnInputs, type PanelState } from './state';
import { chartTexts } from './texts';
import { registerControls } from './ui';
import { panelView } from './views/panelView';

const host = connectHost();
const place = document.createElement('div');

const store = createStore(initialState(host.kept()), draw);
const fields = createFieldActions(store, host);
const keeper = createRunKeeper((run) => host.post({ kind: 'keep-run', run }));
const simulation = createSimulationActions({ store, runner, keep: keeper.keep, randomSeed });
const film = createFilmActions(store, runner);

const reports = createReportActions({ store, post: host.post, run: simulation.run });
const compare = createCompareActions({ store, startRunner: (report) => newRunner(report) });

let currentRunner: SimulationRunner | null = null;
let keptInputs: OwnInputs | null = null;
let scrolled = false;
/** What an earlier panel left of its run, until the plan is known. */
let left: Extract<HostToPanel, { readonly kind: 'kept-run' }> | null = null;

function newRunner(report: (message: FromSimulationWorker) => void): SimulationRunner {
  return startRunner({
    workerUri: store.get().snapshot?.workerUri ?? '',
    inProcess: inProcess(createSimulationHandler),
    log: (level, message) => host.post({ kind: 'log', level, message }),
    report,
  });
}

/** The worker is started with the first run, and anew after it has failed. */
function runner(): SimulationRunner {
  currentRunner ??= newRunner((message) => {
    if (message.kind === 'failed') {
      currentRunner?.end();
      currentRunner = null;
    }
    simulation.report(message);
    film.report(message);
  });
  return currentRunner;
}

function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

function setOwn(change: Partial<OwnInputs>): void {
  store.update({ own: { ...store.get().own, ...change } });
}

function toggle(id: string, open: boolean): void {
  const others = store.get().own.open.filter((other) => other !== id);
  setOwn({ open: open ? [...others, id] : others });
}

function copy(chart: ChartDescription, format: CopyFormat): void {
  const say = (words: string) =>
    store.update({ copied: { chart: chart.id, words }, announcement: words });
  copyChart(chart, format).then(
    () => say(chartTexts.copied(format)),
    (error: unknown) =>
      say(chartTexts.notCopied(error instanceof Error ? error.message : String(error))),
  );
}

function draw(state: PanelState): void {
  if (state.own !== keptInputs) {
    keptInputs = state.own;
    host.keep(state.own);
  }
  // A button that is about to vanish hands the focus on.
  const hadCancel = focusedField() === 'cancel';
  render(
    panelView({
      state,
      fields,
      simulation,
      film,
      reports,
      compare,
      post: host.post,
      ask: setOwn,
      copy,
      toggle,
      still: still(),
    }),
    place,
  );
  if (hadCancel && focusedField() !== 'cancel') document.getElementById('run')?.focus();
  reports.settle();
  if (!scrolled && state.snapshot?.plan) {
    scrolled = true;
    requestAnimationFrame(() => window.scrollTo(0, state.own.scrollTop));
  }
}

/** An equal plan is the same plan: what was computed and drawn for it stays. */
function withKnownPlan(snapshot: PanelSnapshot): PanelSnapshot {
  const known = store.get().snapshot?.plan;
  if (!known || JSON.stringify(known) !== JSON.stringify(snapshot.plan)) return snapshot;
  return { ...snapshot, plan: known };
}

function showSnapshot(received: PanelSnapshot): void {
  const snapshot = withKnownPlan(received);
  store.update({ snapshot });
  fields.fileChanged(snapshot.plan, focusedField());
  if (left !== null && snapshot.plan !== null) {
    simulation.takeUp(left.run, left.closed);
    left = null;
  } else simulation.inputsChanged();
}

function hear(message: HostToPanel): void {
  switch (message.kind) {
    case 'snapshot':
      showSnapshot(message.snapshot);
      break;
    case 'kept-run':
      left = message;
      break;
    case 'report-wanted':
      reports.want(message.id);
      break;
    case 'compare':
      compare.withPlan(message.name, message.plan);
      break;
    case 'run':
      simulation.run();
      break;
    case 'edited':
      fields.edited(message.id, message.error);
      break;
    default:
      assertNever(message);
  }
}

function keepScroll(): void {
  let waiting = false;
  window.addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      setOwn({ scrollTop: Math.round(window.scrollY) });
    }, 250);
  });
}

registerControls();
document.getElementById('panel')?.replaceChildren(place);
listenToKeys({ store, fields, host });
keepScroll();
host.listen(hear);
draw(store.get());
host.post({ kind: 'ready' });
