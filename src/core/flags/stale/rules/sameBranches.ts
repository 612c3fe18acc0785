import type { StaleRule } from '../staleRule';

/** Both sides of the condition do the same: the flag decides nothing there. */
export const sameBranches: StaleRule = {
  id: 'flag-same-branches',
  name: 'Both branches the same',
  help: 'The code does the same whatever the flag’s value is. Looked at in JavaScript and TypeScript; of other languages it cannot be known.',
  find: (_facts, { sourceReads }) =>
    sourceReads
      .filter(({ use }) => use === 'same-branches')
      .map(({ file, span }) => ({
        severity: 'warning',
        message: 'Both branches are the same, so the flag decides nothing here.',
        place: { file, span },
        action: 'ask',
      })),
};
