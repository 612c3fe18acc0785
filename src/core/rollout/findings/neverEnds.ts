import type { RolloutRule } from './rolloutFinding';

/** An analysis step whose metrics have an interval and no count goes on for ever, and the rollout with it. */
export const neverEnds: RolloutRule = {
  id: 'rollout-never-ends',
  name: 'Rollout that never ends',
  find: ({ ends }) =>
    ends
      ? []
      : [
          {
            code: 'rollout-never-ends',
            severity: 'error',
            message:
              'A good release does not come to its end: an analysis has an interval and no count, or finds no data. Give its metrics a count.',
          },
        ],
};
