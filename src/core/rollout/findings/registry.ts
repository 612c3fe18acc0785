import { controllerOf } from '../controllers/registry';
import { LaidOutLaunch } from '../launch/laidOutLaunch';
import type { RolloutRequest } from '../simulate/rolloutRequest';
import { gateNeverPasses } from './gateNeverPasses';
import { limitAtNormalLevel } from './limitAtNormalLevel';
import { measuredBeforeTraffic } from './measuredBeforeTraffic';
import { neverEnds } from './neverEnds';
import { rolloutBlind } from './rolloutBlind';
import type { RolloutFinding, RolloutRule } from './rolloutFinding';
import { stepBelowOnePod } from './stepBelowOnePod';
import { windowLongerThanHold } from './windowLongerThanHold';

/** What is wrong with rollouts: one rule each. */
export const rolloutRules: readonly RolloutRule[] = [
  gateNeverPasses,
  neverEnds,
  measuredBeforeTraffic,
  windowLongerThanHold,
  limitAtNormalLevel,
  stepBelowOnePod,
  rolloutBlind,
];

/**
 * What cannot work in a rollout. `request` has the release that changes nothing: baselines alone are asked for; `unread`
 * names metrics that are not simulated.
 */
export function rolloutFindings(
  request: RolloutRequest,
  unread: readonly string[],
): readonly RolloutFinding[] {
  const launch = new LaidOutLaunch(request);
  const ending = controllerOf(request.strategy).run(launch);
  const { checks, weights } = launch;
  const situation = { request, checks, weights, ends: ending !== 'waiting', unread };
  return rolloutRules.flatMap((rule) => rule.find(situation));
}
