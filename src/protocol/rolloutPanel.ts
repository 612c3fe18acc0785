import type { Diagnostic } from '../core/model/diagnostic';
import type { Position } from '../core/model/position';
import type { ReadRollout } from '../core/rollout/read/readRollout';
import type { KnownMetrics } from '../core/rollout/release/baselines';

/** Everything the rollout panel needs to draw itself. Each one replaces the one before. */
export interface RolloutSnapshot {
  /** Name of the file, for the title. */
  readonly fileName: string;
  /** Counts up with every change of the text. */
  readonly documentVersion: number;
  /** The rollouts of the file that can be simulated. */
  readonly rollouts: readonly ReadRollout[];
  /** Formats by their id, as people know them. */
  readonly formatNames: Readonly<Record<string, string>>;
  /** What is wrong with them, and what is not read. */
  readonly diagnostics: readonly Diagnostic[];
  /** Metrics of the project's own settings. */
  readonly known: KnownMetrics;
  readonly editable: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Where the worker's source can be fetched from. */
  readonly workerUri: string;
}

export type HostToRolloutPanel =
  | { readonly kind: 'snapshot'; readonly snapshot: RolloutSnapshot }
  /** Answer to the `edit` with this id, sent after the snapshot that shows it; `error` is a sentence for people. */
  | { readonly kind: 'edited'; readonly id: number; readonly error: string | null };

export type RolloutPanelToHost =
  | { readonly kind: 'ready' }
  /** Another value for a number of a rollout: one undo step. Rollouts count as in the snapshot. */
  | {
      readonly kind: 'edit';
      readonly id: number;
      readonly rollout: number;
      readonly handle: string;
      readonly value: number;
    }
  /** Takes back, or makes again, a change made by this panel. */
  | { readonly kind: 'undo' | 'redo'; readonly id: number }
  | { readonly kind: 'save' }
  | { readonly kind: 'open-as-text'; readonly position: Position | null }
  /** A report to be opened beside: Markdown as text, HTML to be saved. */
  | { readonly kind: 'report'; readonly format: 'markdown' | 'html'; readonly text: string }
  | { readonly kind: 'log'; readonly level: 'info' | 'error'; readonly message: string };
