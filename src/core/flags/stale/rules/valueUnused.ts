import type { StaleRule } from '../staleRule';

/** The value of a read is thrown away. */
export const valueUnused: StaleRule = {
  id: 'flag-value-unused',
  name: 'Value thrown away',
  help: 'The flag is read and its value is not used. If the read is there to record an exposure, keep it with a `flaglab-keep` comment. Looked at in JavaScript and TypeScript; of other languages it cannot be known.',
  find: (_facts, { sourceReads }) =>
    sourceReads
      .filter(({ use, via }) => use === 'discarded' && via.every(({ kind }) => kind !== 'wrapper'))
      .map(({ file, span }) => ({
        severity: 'information',
        message: 'The value of this read is not used.',
        place: { file, span },
        action: 'none',
      })),
};
