import { affectedShareOf, isSteady, type LaunchSetting } from '../launch/launchSetting';
import type { Release } from '../model/release';
import { fixedStepsTimes } from '../strategies/fixedStepsTimes';
import type { FixedStep, FixedStepsSettings } from '../strategies/fixedStepsSettings';
import { gateChances } from './gateChances';
import type { RolloutChances } from './rolloutChances';
import { zeros } from './zeros';

/**
 * Chances of steps by the clock whose looks are independent: windows no longer than what is between them, nothing that
 * changes with time, each gate decided by data. Null elsewhere.
 *
 * Formula: failed looks are Poisson-binomial; number failureLimit + 1 rolls back. Without a limit that is one minus the
 * product over all looks of the chance to pass.
 */
export function fixedStepsChances(
  { steps, failureLimit = 0, keepOldSeconds }: FixedStepsSettings,
  setting: LaunchSetting,
): RolloutChances | null {
  if (!isSteady(setting) || keepOldSeconds !== undefined) return null;
  const { traffic } = setting;
  // counts[f]: the chance of f failed looks so far.
  let counts = zeros(failureLimit + 1);
  counts[0] = 1;
  let from = 0;
  const rollbackAt: { readonly seconds: number; readonly chance: number }[] = [];
  for (const step of steps) {
    let before = from;
    for (const time of fixedStepsTimes(step, { traffic, from })) {
      const passing = passChance(step, { seconds: time - before, setting });
      if (passing === null) return null;
      const q = 1 - passing;
      const last = counts[failureLimit] as number;
      if (passing < 1) rollbackAt.push({ seconds: time, chance: last * q });
      counts = counts.map(
        (chance, f) => chance * passing + (f > 0 ? (counts[f - 1] as number) * q : 0),
      );
      before = time;
    }
    from = before + (step.approval ? traffic.approvalSeconds : 0);
  }
  const promotion = counts.reduce((sum, chance) => sum + chance, 0);
  return {
    rollback: 1 - promotion,
    promotion,
    waiting: 0,
    rollbackAt,
    formula:
      failureLimit === 0
        ? 'one minus the product over all looks of the chance to pass'
        : `the chance of more than ${failureLimit} failed looks`,
  };
}

/** The chance that a look passes which comes `seconds` after the one before; null where it has no closed form. */
function passChance(
  { weight, gates, mix, testRequestsPerSecond = 0 }: FixedStep,
  { seconds, setting }: { readonly seconds: number; readonly setting: LaunchSetting },
): number | null {
  const { fault, bias } = setting.release;
  if (bias !== undefined && mix !== undefined) return null;
  const { segment: _, ...rest } = fault;
  const release: Release = {
    ...setting.release,
    fault: { ...rest, affectedShare: affectedShareOf(fault, mix ?? null) },
  };
  const rate = (weight / 100) * setting.traffic.requestsPerSecond + testRequestsPerSecond;
  let passing = 1;
  for (const gate of gates) {
    if (gate.windowSeconds > seconds + 1e-9) return null;
    const chances = gateChances(gate, Math.round(rate * gate.windowSeconds), release);
    if (chances === null || chances.error > 0 || chances.inconclusive > 0) return null;
    passing *= chances.pass;
  }
  return passing;
}
