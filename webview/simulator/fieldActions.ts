import type { PlanEdit } from '../../src/core/experiment/plan/planEdit';
import type { Plan } from '../../src/core/experiment/plan/planSchema';
import { planFields } from './fields/planFields';
import type { PlanField } from './fields/planField';
import type { Host } from './host';
import type { Draft, Store } from './state';

export interface FieldActions {
  /** A key stroke. */
  readonly type: (field: PlanField, text: string) => void;
  /** Done with a field: sends what was typed, if it means something new. */
  readonly commit: (id: string) => void;
  /** Typed and sent in one: a choice. */
  readonly choose: (field: PlanField, value: string) => void;
  /** Takes back what was typed and not sent. */
  readonly discard: (id: string) => void;
  readonly change: (edits: readonly PlanEdit[]) => void;
  /** The host's answer to an edit. */
  readonly edited: (id: number, error: string | null) => void;
  /** Drops drafts whose value the file has changed meanwhile, unless people are just typing them. */
  readonly fileChanged: (plan: Plan | null, focused: string | null) => void;
}

/** The field with this id, as the file has it now. */
export function fieldOf(plan: Plan | null, id: string): PlanField | null {
  if (plan === null) return null;
  for (const group of planFields(plan)) {
    for (const row of [...group.rows, ...(group.more ?? [])]) {
      const found = row.fields.find((field) => field.id === id);
      if (found !== undefined) return found;
    }
  }
  return null;
}

function withDraft(
  drafts: ReadonlyMap<string, Draft>,
  id: string,
  draft: Draft | null,
): ReadonlyMap<string, Draft> {
  const next = new Map(drafts);
  if (draft === null) next.delete(id);
  else next.set(id, draft);
  return next;
}

/** What remains of a draft once the host has answered. */
function answered(draft: Draft, error: string | null): Draft | null {
  if (draft.sent === null) return draft;
  if (draft.text !== draft.sent.text) return { ...draft, sent: null };
  return error === null ? null : { ...draft, sent: null, error };
}

export function createFieldActions(store: Store, host: Pick<Host, 'post'>): FieldActions {
  let lastEdit = 0;

  const put = (id: string, draft: Draft | null) =>
    store.update({ drafts: withDraft(store.get().drafts, id, draft) });

  const send = (edits: readonly PlanEdit[]): number => {
    lastEdit += 1;
    host.post({ kind: 'edit', id: lastEdit, edits });
    return lastEdit;
  };

  const enter = (field: PlanField, draft: Draft) => {
    const entry = field.enter(draft.text);
    if (entry.kind === 'invalid') {
      put(field.id, { ...draft, error: entry.message });
      store.update({ announcement: `${field.name}: ${entry.message}` });
    } else if (entry.edits.length === 0) {
      put(field.id, null);
    } else {
      const id = send(entry.edits);
      put(field.id, { ...draft, error: null, sent: { id, text: draft.text } });
    }
  };

  const open = (field: PlanField, text: string): Draft => {
    const draft = store.get().drafts.get(field.id);
    return { text, before: draft?.before ?? field.text, error: null, sent: draft?.sent ?? null };
  };

  return {
    type: (field, text) => put(field.id, text === field.text ? null : open(field, text)),
    commit: (id) => {
      const { drafts, snapshot } = store.get();
      const draft = drafts.get(id);
      if (draft === undefined || draft.sent?.text === draft.text) return;
      const field = fieldOf(snapshot?.plan ?? null, id);
      if (field !== null) enter(field, draft);
    },
    choose: (field, value) => enter(field, open(field, value)),
    discard: (id) => put(id, null),
    change: (edits) => void send(edits),
    edited: (id, error) => {
      const { drafts } = store.get();
      const found = [...drafts].find(([, draft]) => draft.sent?.id === id);
      if (found !== undefined) put(found[0], answered(found[1], error));
      store.update({ notice: found === undefined ? error : null });
      if (error !== null) store.update({ announcement: error });
    },
    fileChanged: (plan, focused) => {
      if (plan === null) return;
      const kept = [...store.get().drafts].filter(([id, draft]) => {
        const field = fieldOf(plan, id);
        if (field === null) return false;
        return id === focused || draft.sent !== null || field.text === draft.before;
      });
      store.update({ drafts: new Map(kept) });
    },
  };
}
