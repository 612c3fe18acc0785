import type { LaunchData } from '../launch/launchData';
import type { PreparedRule } from './preparedRule';

/** Where a launch ends under a rule. */
export interface Ending {
  /** Look, from 0. */
  look: number;
  kind: 'success' | 'wrong' | 'futility' | 'undecided';
  step: number;
}

/** Follows a launch from look to look until the rule ends it; `steps` are those of the looks. */
export function decide(
  rule: PreparedRule,
  launch: LaunchData,
  steps: Int32Array,
  into: Ending,
): void {
  const last = steps.length - 1;
  for (let look = 0; look <= last; look += 1) {
    const step = steps[look] as number;
    const score = rule.score(launch, step);
    const { upper, lower, futility } = rule.boundsAt(launch, step, look);
    if (score >= upper) into.kind = 'success';
    else if (score <= lower) into.kind = 'wrong';
    else if (look === last) into.kind = 'undecided';
    else if (futility !== null && score >= futility.low && score <= futility.high) {
      into.kind = 'futility';
    } else continue;
    into.look = look;
    into.step = step;
    return;
  }
}
