import { fixedStepsChances } from '../chances/fixedStepsChances';
import type { LaunchDriver } from '../launch/launchDriver';
import type { FixedStepsSettings } from '../strategies/fixedStepsSettings';
import type { Controller, LaunchEnding } from './controller';

/** Steps by the clock, with a look at the end of each. Flaglab's own words for what scripts and people do. */
export const fixedSteps: Controller<FixedStepsSettings> = {
  id: 'fixed-steps',
  name: 'Fixed steps',
  run: runFixedSteps,
  gates: ({ steps }) => [...new Set(steps.flatMap(({ gates }) => gates))],
  chances: fixedStepsChances,
};

function runFixedSteps({ steps }: FixedStepsSettings, launch: LaunchDriver): LaunchEnding {
  const { traffic } = launch.setting;
  for (const { weight, holdSeconds, minimumRequests, approval, gates } of steps) {
    launch.setShare(weight / 100);
    const rate = (weight / 100) * traffic.requestsPerSecond;
    const needed = rate > 0 ? minimumRequests / rate : 0;
    launch.advanceTo(launch.time + Math.max(holdSeconds, needed));
    const verdicts = gates.map((gate) => launch.measure(gate).verdict);
    if (verdicts.includes('fail')) {
      launch.rollBack();
      return 'rolled-back';
    }
    if (verdicts.some((verdict) => verdict !== 'pass')) {
      launch.advanceTo(launch.time + traffic.responseSeconds);
      return 'waiting';
    }
    if (approval) launch.advanceTo(launch.time + traffic.approvalSeconds);
  }
  launch.setShare(1);
  return 'promoted';
}
