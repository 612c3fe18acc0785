import { type FlaggerSettings, flaggerSteps } from '../strategies/flaggerSettings';
import { zeros } from './zeros';
import { isSteady, type LaunchSetting } from '../launch/launchSetting';
import { gateChances } from './gateChances';
import type { RolloutChances } from './rolloutChances';

/**
 * Chances of a Flagger analysis whose checks are independent: windows no longer than the interval, nothing that changes
 * with time. Null elsewhere.
 *
 * Formula: step by step over (weight, failed checks); for one chance q of a failed check at all of K steps and a
 * threshold T this is I_q(T, K), the negative binomial.
 */
export function flaggerChances(
  { intervalSeconds, threshold, mode, metrics, confirms }: FlaggerSettings,
  setting: LaunchSetting,
): RolloutChances | null {
  if (!isSteady(setting) || confirms.length > 0) return null;
  if (metrics.some(({ windowSeconds }) => windowSeconds > intervalSeconds)) return null;
  const failing: number[] = [];
  for (const { share, mirrored, tested } of flaggerSteps(mode, setting.traffic)) {
    let passing = 1;
    for (const gate of metrics) {
      const rate = (share + mirrored) * setting.traffic.requestsPerSecond + tested;
      const chances = gateChances(gate, Math.round(rate * gate.windowSeconds), setting.release);
      if (chances === null) return null;
      passing *= chances.pass;
    }
    failing.push(1 - passing);
  }
  const rollbackAt = countedFailures(failing, threshold).map((chance, ticks) => ({
    seconds: (ticks + 1) * intervalSeconds,
    chance,
  }));
  const rollback = rollbackAt.reduce((sum, { chance }) => sum + chance, 0);
  return {
    rollback,
    promotion: 1 - rollback,
    waiting: 0,
    rollbackAt: rollbackAt.filter(({ chance }) => chance > 0),
    formula: `the chance of ${threshold} failed checks before ${failing.length} that pass`,
  };
}

/**
 * The chance that the last of `threshold` failures comes with check 0, 1, 2, ..., where each success goes on to the next
 * chance of failing and the success after the last ends it.
 */
export function countedFailures(failing: readonly number[], threshold: number): readonly number[] {
  const most = failing.length + threshold;
  const chanceAt = zeros(most);
  // states[f]: the chance of being at this step with f failures; the number of checks so far is step + f.
  let states = zeros(threshold);
  states[0] = 1;
  failing.forEach((q, step) => {
    const next = zeros(threshold);
    let here = 0;
    for (let failures = 0; failures < threshold; failures += 1) {
      here = here * q + (states[failures] as number);
      next[failures] = here * (1 - q);
    }
    chanceAt[step + threshold] = here * q;
    states = next;
  });
  return chanceAt;
}
