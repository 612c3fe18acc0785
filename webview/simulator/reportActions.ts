import type { ReportFormat } from '../../src/core/report/simulation/reportFormats';
import type { MadeRun } from '../../src/protocol/panel';
import type { Host } from './host';
import { simulatedPart } from './simulationActions';
import type { PanelState, Store } from './state';

export interface ReportActions {
  /** The person wants a report of what is shown. */
  readonly write: (format: ReportFormat) => void;
  /** The host wants one: of what is there, else of a run that is started for it. */
  readonly want: (id: number) => void;
  /** Looks whether what was wanted is there by now. */
  readonly settle: () => void;
}

/** The result that is shown, where it is of the plan as it is now and no run is under way. */
export function madeRun({ simulation, snapshot }: PanelState): MadeRun | null {
  if (simulation.kind !== 'finished' && simulation.kind !== 'cancelled') return null;
  const { result, request } = simulation;
  if (result === null || result.replications.done === 0 || !snapshot?.plan) return null;
  // Words that decide nothing are those of the plan as it is now.
  return simulatedPart(snapshot.plan) === simulatedPart(request.plan)
    ? { plan: snapshot.plan, result }
    : null;
}

export function createReportActions({
  store,
  post,
  run,
}: {
  readonly store: Store;
  readonly post: Host['post'];
  readonly run: () => void;
}): ReportActions {
  let wanted: readonly number[] = [];
  const settle = (): void => {
    if (wanted.length === 0 || store.get().simulation.kind === 'running') return;
    const made = madeRun(store.get());
    const asked = wanted;
    wanted = [];
    for (const id of asked) post({ kind: 'report', id, format: null, made });
  };
  return {
    write: (format) => {
      const made = madeRun(store.get());
      if (made !== null) post({ kind: 'report', id: null, format, made });
    },
    want: (id) => {
      wanted = [...wanted, id];
      const { simulation } = store.get();
      if (simulation.kind !== 'running' && madeRun(store.get()) === null) run();
      settle();
    },
    settle,
  };
}
