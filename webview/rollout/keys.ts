import { focusedField, meaningOf } from '../simulator/keys';
import type { Store } from '../simulator/state';
import type { RolloutActions } from './actions';
import { rolloutOf } from './asked';
import type { RolloutPanelState } from './state';

/** Texts of the panel itself, with an undo of their own. */
const ownFields: readonly string[] = ['release', 'traffic', 'launches', 'seed'];

/**
 * Keys that VS Code cannot answer for a panel that is no file's editor: it has no document to undo in or to save. A field
 * that holds typed text keeps its own undo.
 */
export function listenToKeys({
  store,
  actions,
}: {
  readonly store: Store<RolloutPanelState>;
  readonly actions: RolloutActions;
}): void {
  const handle = (event: KeyboardEvent) => {
    const meaning = meaningOf(event);
    if (meaning === null || event.isComposing) return;
    const focused = focusedField() ?? '';
    const typed = rolloutOf(store.get())?.handles.find(({ id }) => `handle-${id}` === focused);
    const isTyping = typed !== undefined && store.get().drafts.has(typed.id);
    if (meaning === 'discard') {
      if (typed !== undefined && isTyping) actions.discard(typed);
      return;
    }
    if (meaning === 'save') {
      if (typed !== undefined) actions.commit(typed);
      actions.post({ kind: 'save' });
    } else if (!isTyping && !ownFields.includes(focused)) actions.move(meaning);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', handle, { capture: true });
}
