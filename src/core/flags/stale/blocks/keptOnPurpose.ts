import type { StaleBlock } from '../staleRule';

/** Somebody said that it stays, and why. */
export const keptOnPurpose: StaleBlock = {
  id: 'blocked-by-keep',
  name: 'Kept on purpose',
  help: '`keep` in flaglab.yaml or a `flaglab-keep` comment says that it stays, and why.',
  find: ({ keep }) =>
    keep === null
      ? []
      : [`Kept${keep.until === null ? '' : ` until ${keep.until}`}: ${keep.reason}.`],
};
