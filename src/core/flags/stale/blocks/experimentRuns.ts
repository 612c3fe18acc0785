import type { StaleBlock } from '../staleRule';

/** An experiment on the flag is planned or running. */
export const experimentRuns: StaleBlock = {
  id: 'blocked-by-experiment',
  name: 'An experiment runs on it',
  help: 'A plan file is about this flag, its end date is not past and it records no result.',
  find: ({ plans, now }) =>
    plans
      .filter(
        ({ plan }) =>
          plan.result === undefined && (plan.endDate === undefined || plan.endDate >= now),
      )
      .map(({ file }) => `An experiment on it is planned or runs (${file}).`),
};
