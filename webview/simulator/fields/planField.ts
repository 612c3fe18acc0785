import type { PlanEdit } from '../../../src/core/experiment/plan/planEdit';

/** What becomes of a typed text: changes of the file (none if it means the same), or why it is not taken. */
export type FieldEntry =
  | { readonly kind: 'edits'; readonly edits: readonly PlanEdit[] }
  | { readonly kind: 'invalid'; readonly message: string };

/** How a field is drawn: one line, several lines, or a choice. */
export type FieldControl =
  | { readonly kind: 'line'; readonly numeric: boolean; readonly unit: string | null }
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly choices: readonly FieldChoice[] };

export interface FieldChoice {
  readonly value: string;
  readonly label: string;
}

/** One input of the panel: what the file says now, and how to change it. Rebuilt for every snapshot; holds no state. */
export interface PlanField {
  /** Place in the file, dotted: `metrics.0.baseline`. Ids of fields stay the same from snapshot to snapshot. */
  readonly id: string;
  readonly label: string;
  /** Accessible name, where the label alone does not say which one it is: `Weight of treatment`. */
  readonly name: string;
  /** Why it matters, in a sentence. */
  readonly why: string;
  /** What may be typed, in words; empty where anything may. */
  readonly range: string;
  /** What the file's value means, beside the control: `= 0.26 percentage points`. Empty for none. */
  readonly meaning: string;
  readonly control: FieldControl;
  /** The file's value as text of the control. */
  readonly text: string;
  readonly enter: (text: string) => FieldEntry;
}

export interface FieldGroup {
  readonly id: string;
  readonly title: string;
  /** A sentence under the title; empty for none. */
  readonly note: string;
  readonly rows: readonly FieldRow[];
  /** What few plans need: folded away. */
  readonly more?: readonly FieldRow[];
  /** Buttons at the end of the group. */
  readonly commands: readonly FieldCommand[];
}

/** Fields that stand side by side: a variant's name and weight. */
export interface FieldRow {
  readonly id: string;
  readonly fields: readonly PlanField[];
  readonly commands: readonly FieldCommand[];
}

/** A button that changes the file. */
export interface FieldCommand {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly edits: readonly PlanEdit[];
}
