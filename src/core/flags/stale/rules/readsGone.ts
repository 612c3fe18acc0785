import type { StaleRule } from '../staleRule';

/** The last read is gone from the code, and the definition is left: it can be archived. */
export const readsGone: StaleRule = {
  id: 'flag-reads-gone',
  name: 'Reads gone, definition left',
  help: 'A commit took the last mention of the key out of the source code, and its definition is still there. Archive the definition once no other repository reads it.',
  find: ({ flag, lastMention }, { state }) => {
    if (flag.reads.length > 0 || state !== 'unread' || lastMention.kind !== 'gone') return [];
    const { commit, day } = lastMention.commit;
    const message = `Its last mention in source code went on ${day} (commit ${commit.slice(0, 10)}). Archive the definition if no other repository reads it.`;
    return [{ severity: 'warning', message, place: null, action: 'archive' }];
  },
};
