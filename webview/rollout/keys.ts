import type { Store } from '../simulator/state';
import type { RolloutActions } from './actions';
import type { RolloutPanelState } from './state';

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
    const handles = store.get().snapshot?.rollouts[store.get().own.rollout]?.handles ?? [];
    const focused = document.activeElement?.id ?? '';
    const typed = handles.find(({ id }) => `handle-${id}` === focused);
    const isTyping = typed !== undefined && store.get().drafts.has(typed.id);
    if (event.key === 'Escape' && typed !== undefined && isTyping) {
      actions.discard(typed);
      return;
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    if (key === 's') {
      if (typed !== undefined) actions.commit(typed);
      actions.post({ kind: 'save' });
    } else if ((key === 'z' || key === 'y') && !isTyping) {
      actions.move(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', handle, { capture: true });
}
