import type { StaleBlock } from '../staleRule';

/** Another flag does not work without it. */
export const dependedOn: StaleBlock = {
  id: 'blocked-by-dependents',
  name: 'Another flag depends on it',
  help: 'Other flags name it as a prerequisite. Change these first.',
  find: ({ dependents }) => dependents.map(({ key, file }) => `“${key}” depends on it (${file}).`),
};
