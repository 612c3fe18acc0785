import type { RolloutFormat } from '../rolloutFormat';
import { readGoffRollouts } from './readGoffRollouts';

/** GO Feature Flag: flags with a progressive or scheduled rollout. */
export const goffFormat: RolloutFormat = {
  id: 'go-feature-flag',
  name: 'GO Feature Flag rollouts',
  mark: /progressiveRollout|scheduledRollout/,
  read: (document) => readGoffRollouts(document),
};
