import type { PlanEdit } from '../core/experiment/plan/planEdit';
import type { Plan } from '../core/experiment/plan/planSchema';
import type { Diagnostic } from '../core/model/diagnostic';
import type { Position } from '../core/model/position';
import type { ReportFormat } from '../core/report/simulation/reportFormats';
import type { SimulationResult } from '../core/simulate/simulationResult';
import type { KeptRun } from './keptRun';

/** Everything the panel needs to draw itself. Each one replaces the one before. */
export interface PanelSnapshot {
  /** Name of the plan file, for the title. */
  readonly fileName: string;
  /** Counts up with every change of the text. */
  readonly documentVersion: number;
  /** Null while the file cannot be read; then the diagnostics say why. */
  readonly plan: Plan | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What the code and the definition files say about the plan's flag; null where it is not known. */
  readonly flagSummary: string | null;
  /** False for a read-only file. */
  readonly editable: boolean;
  /** Where the worker's source can be fetched from. */
  readonly workerUri: string;
}

/** A result, and the plan it is of. */
export interface MadeRun {
  readonly plan: Plan;
  readonly result: SimulationResult;
}

export type HostToPanel =
  | { readonly kind: 'snapshot'; readonly snapshot: PanelSnapshot }
  /**
   * Said before the first snapshot: what an earlier panel on this file left of its run. `closed`: that panel was closed, not
   * hidden, so that the run goes on only if the person wants it.
   */
  | { readonly kind: 'kept-run'; readonly run: KeptRun; readonly closed: boolean }
  /** Starts a simulation, as its button does. */
  | { readonly kind: 'run' }
  /** Asks for a whole run of the plan as it is now, to write a report of: answered by a `report` with this id once it is there. */
  | { readonly kind: 'report-wanted'; readonly id: number }
  /** Another plan to be put beside this one. */
  | { readonly kind: 'compare'; readonly name: string; readonly plan: Plan }
  /** Answer to the `edit` with this id, sent after the snapshot that shows it; `error` is a sentence for people. */
  | { readonly kind: 'edited'; readonly id: number; readonly error: string | null };

/**
 * There is no message for undo and redo: VS Code forwards the keys of a webview to its own keybindings, whose Undo
 * goes to the custom editor's document. The panel keeps a key to itself only while a field holds typed text that
 * was not sent, so that one key press never undoes twice.
 */
export type PanelToHost =
  | { readonly kind: 'ready' }
  /** One undo step. */
  | { readonly kind: 'edit'; readonly id: number; readonly edits: readonly PlanEdit[] }
  /** Ctrl+S while a field held typed text: its `edit` has just been sent; save once that is done. */
  | { readonly kind: 'save' }
  /** While a simulation runs at most once a second, at once when it ends: the panel may be gone the next moment. */
  | { readonly kind: 'keep-run'; readonly run: KeptRun }
  /** A result to write a report of, `made` null where there is none. `id`: who asked for it; null where the person did, in the panel. */
  | {
      readonly kind: 'report';
      readonly id: number | null;
      /** Null where the host knows it. */
      readonly format: ReportFormat | null;
      readonly made: MadeRun | null;
    }
  /** The person wants another plan beside this one. */
  | { readonly kind: 'choose-other-plan' }
  | { readonly kind: 'open-as-text'; readonly position: Position | null }
  | { readonly kind: 'log'; readonly level: 'info' | 'error'; readonly message: string };
