import type { PlanEdit } from '../core/experiment/plan/planEdit';
import type { Plan } from '../core/experiment/plan/planSchema';
import type { Diagnostic } from '../core/model/diagnostic';
import type { Position } from '../core/model/position';

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

export type HostToPanel =
  | { readonly kind: 'snapshot'; readonly snapshot: PanelSnapshot }
  /** Answer to the `edit` with this id; `error` is a sentence for people. */
  | { readonly kind: 'edited'; readonly id: number; readonly error: string | null };

export type PanelToHost =
  | { readonly kind: 'ready' }
  /** One undo step. */
  | { readonly kind: 'edit'; readonly id: number; readonly edits: readonly PlanEdit[] }
  | { readonly kind: 'open-as-text'; readonly position: Position | null }
  | { readonly kind: 'log'; readonly level: 'info' | 'error'; readonly message: string };
