import type { FieldActions } from './fieldActions';
import type { Host } from './host';
import type { Store } from './state';

/** Id of the input that has the focus, shadow roots looked through from outside; null for none. */
export function focusedField(): string | null {
  const id = document.activeElement?.id;
  return id === undefined || id === '' ? null : id;
}

type Meaning = 'undo' | 'redo' | 'save' | 'discard';

/** What a key means to a text and its file; null for nothing. */
export function meaningOf(event: KeyboardEvent): Meaning | null {
  if (event.key === 'Escape') return 'discard';
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  switch (event.key.toLowerCase()) {
    case 'z':
      return event.shiftKey ? 'redo' : 'undo';
    case 'y':
      return 'redo';
    case 's':
      return event.shiftKey ? null : 'save';
    default:
      return null;
  }
}

/**
 * Keys while a field holds typed text that was not sent. VS Code listens for keys on this window too, in the
 * bubbling phase: it stops the browser's own undo and runs its Undo command, which undoes the last change of the
 * file. So: with typed text, Ctrl+Z is the field's alone; without it, VS Code's alone. Ctrl+S sends what was typed
 * and has it saved with the rest.
 */
export function listenToKeys({
  store,
  fields,
  host,
}: {
  readonly store: Store;
  readonly fields: FieldActions;
  readonly host: Pick<Host, 'post'>;
}): void {
  const handle = (event: KeyboardEvent) => {
    const id = focusedField();
    const meaning = meaningOf(event);
    if (id === null || meaning === null || event.isComposing) return;
    const draft = store.get().drafts.get(id);
    if (draft === undefined || draft.text === draft.sent?.text) return;
    event.preventDefault();
    event.stopPropagation();
    switch (meaning) {
      case 'discard':
        fields.discard(id);
        break;
      case 'save':
        fields.commit(id);
        host.post({ kind: 'save' });
        break;
      case 'undo':
      case 'redo':
        document.execCommand(meaning);
        break;
    }
  };
  window.addEventListener('keydown', handle, { capture: true });
}
