import type { Rollout } from '../../model/flagDefinition';

/** Whether people are divided by hash somewhere in it: most systems make the hash from the flag's key, so that another key divides them anew. */
export function dividesPeople(rollout: Rollout): boolean {
  if (rollout.kind === 'split' || rollout.kind === 'progressive') return true;
  if (rollout.kind !== 'rules') return false;
  return rollout.rules.some(({ share, outcome }) => share !== undefined || dividesPeople(outcome));
}
