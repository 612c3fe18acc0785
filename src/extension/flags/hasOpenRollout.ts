import { isPartlyOn } from '../../core/flags/describe/isPartlyOn';
import type { Flag } from '../../core/model/flag';

/** Whether a rollout is of interest: people get different variants, or it is not known here what they get. */
export function hasOpenRollout({ definitions }: Flag): boolean {
  return definitions.length === 0 || definitions.some(isPartlyOn);
}
