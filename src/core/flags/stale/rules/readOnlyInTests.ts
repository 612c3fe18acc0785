import type { StaleRule } from '../staleRule';

/** Only tests read it. */
export const readOnlyInTests: StaleRule = {
  id: 'flag-only-in-tests',
  name: 'Read only in tests',
  help: 'Tests read the flag and no other code here does: what they test may be gone. It may be read from another repository.',
  find: ({ flag }, { sourceReads, testReads }) => {
    const [first] = testReads;
    if (first === undefined || sourceReads.length > 0 || flag.definitions.length === 0) return [];
    const message = 'Only tests read it; other code here does not.';
    return [{ severity: 'information', message, place: null, action: 'ask' }];
  },
};
