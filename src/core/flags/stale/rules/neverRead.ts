import type { StaleRule } from '../staleRule';

/** Defined, and no code here reads it. Information: it may be read from another repository. */
export const neverRead: StaleRule = {
  id: 'flag-never-read',
  name: 'Defined and never read',
  help: 'No code in this folder reads the flag. It may be read from another repository, so this is information only.',
  find: ({ flag, lastMention }, { state }) => {
    if (flag.reads.length > 0 || state !== 'unread' || lastMention.kind === 'gone') return [];
    const message = 'No code here reads it; it may be read from another repository.';
    return [{ severity: 'information', message, place: null, action: 'none' }];
  },
};
