import { lifetimeDays } from '../lifetimeDays';
import type { StaleBlock } from '../staleRule';

/** It is meant to stay. */
export const permanence: StaleBlock = {
  id: 'blocked-by-permanence',
  name: 'Permanent',
  help: 'The definition says that it stays: a kill switch, a permission, or permanent (`lifetimes` in flaglab.yaml).',
  find: ({ flag, settings }) =>
    flag.definitions
      .flatMap(({ lifetime }) =>
        lifetime !== null && lifetimeDays(lifetime, settings) === null
          ? [`It is meant to stay: a ${lifetime.replace('-', ' ')} flag.`]
          : [],
      )
      .slice(0, 1),
};
