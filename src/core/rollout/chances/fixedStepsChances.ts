import type { LaunchSetting } from '../launch/launchSetting';
import { isSteady } from '../launch/launchSetting';
import type { FixedStepsSettings } from '../strategies/fixedStepsSettings';
import { gateChances } from './gateChances';
import type { RolloutChances } from './rolloutChances';

/**
 * Chances of steps by the clock whose looks are independent: windows no longer than their step, nothing that changes with
 * time, each gate decided by data. Null elsewhere.
 *
 * Formula: one minus the product over all looks of the chance to pass.
 */
export function fixedStepsChances(
  { steps }: FixedStepsSettings,
  setting: LaunchSetting,
): RolloutChances | null {
  if (!isSteady(setting)) return null;
  const { traffic, release } = setting;
  let time = 0;
  let alive = 1;
  const rollbackAt: { readonly seconds: number; readonly chance: number }[] = [];
  for (const { weight, holdSeconds, minimumRequests, approval, gates } of steps) {
    const rate = (weight / 100) * traffic.requestsPerSecond;
    const hold = Math.max(holdSeconds, rate > 0 ? minimumRequests / rate : 0);
    time += hold;
    let passing = 1;
    for (const gate of gates) {
      if (gate.windowSeconds > hold) return null;
      const chances = gateChances(gate, Math.round(rate * gate.windowSeconds), release);
      if (chances === null || chances.error > 0 || chances.inconclusive > 0) return null;
      passing *= chances.pass;
    }
    if (passing < 1) rollbackAt.push({ seconds: time, chance: alive * (1 - passing) });
    alive *= passing;
    if (approval) time += traffic.approvalSeconds;
  }
  return {
    rollback: 1 - alive,
    promotion: alive,
    waiting: 0,
    rollbackAt,
    formula: 'one minus the product over all looks of the chance to pass',
  };
}
