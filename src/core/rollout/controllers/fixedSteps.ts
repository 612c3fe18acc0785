import { fixedStepsChances } from '../chances/fixedStepsChances';
import type { LaunchDriver } from '../launch/launchDriver';
import { fixedStepsTimes } from '../strategies/fixedStepsTimes';
import type { FixedStepsSettings } from '../strategies/fixedStepsSettings';
import type { Controller, LaunchEnding } from './controller';

/** Steps by the clock, with a look at the end of each or at intervals. Flaglab's own words for what scripts and people do. */
export const fixedSteps: Controller<FixedStepsSettings> = {
  id: 'fixed-steps',
  name: 'Fixed steps',
  run: runFixedSteps,
  gates: ({ steps }) => [...new Set(steps.flatMap(({ gates }) => gates))],
  chances: fixedStepsChances,
};

function runFixedSteps(settings: FixedStepsSettings, launch: LaunchDriver): LaunchEnding {
  const { steps, failureLimit = 0, keepOldSeconds = Infinity } = settings;
  const { traffic } = launch.setting;
  let failures = 0;
  let switchedAt: number | null = null;
  for (const step of steps) {
    const { weight, approval, gates, testRequestsPerSecond: tested = 0, mix = null } = step;
    launch.setShare(weight / 100, { tested, mix });
    if (weight === 100) switchedAt ??= launch.time;
    for (const time of fixedStepsTimes(step, { traffic, from: launch.time })) {
      launch.advanceTo(time);
      const verdicts = gates.map((gate) => launch.measure(gate).verdict);
      if (verdicts.includes('fail')) failures += 1;
      else if (verdicts.some((verdict) => verdict !== 'pass')) {
        launch.advanceTo(launch.time + traffic.responseSeconds);
        return 'waiting';
      }
      if (failures > failureLimit) {
        const isOldGone = switchedAt !== null && launch.time - switchedAt > keepOldSeconds;
        launch.rollBack(isOldGone ? 'redeploy' : 'at-once');
        return 'rolled-back';
      }
    }
    if (approval) launch.advanceTo(launch.time + traffic.approvalSeconds);
  }
  launch.setShare(1);
  return 'promoted';
}
