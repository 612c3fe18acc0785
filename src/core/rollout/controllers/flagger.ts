import { flaggerChances } from '../chances/flaggerChances';
import type { LaunchDriver } from '../launch/launchDriver';
import {
  type FlaggerSettings,
  type FlaggerStep,
  flaggerSteps,
} from '../strategies/flaggerSettings';
import type { Controller, LaunchEnding } from './controller';

/**
 * Flagger, exact to its code: a tick each interval; failed checks add up and are never forgotten; a failed check leaves
 * the weight; the tick after the threshold is reached rolls back, so (threshold + 1) intervals after the first weight at
 * the earliest; the check that passes at the last weight promotes.
 *
 * Source: fluxcd/flagger `pkg/controller/scheduler.go` at 15bd6ad5.
 */
export const flagger: Controller<FlaggerSettings> = {
  id: 'flagger',
  name: 'Flagger',
  run: runFlagger,
  gates: ({ metrics }) => metrics,
  chances: flaggerChances,
};

function runFlagger(settings: FlaggerSettings, launch: LaunchDriver): LaunchEnding {
  const { intervalSeconds, threshold, mode, metrics, confirms } = settings;
  const { traffic } = launch.setting;
  const steps = flaggerSteps(mode, traffic);
  const waitFor = (hook: FlaggerSettings['confirms'][number]): void => {
    if (!confirms.includes(hook)) return;
    const ticks = Math.ceil(traffic.approvalSeconds / intervalSeconds);
    launch.advanceTo(launch.time + ticks * intervalSeconds);
  };
  waitFor('rollout');
  let failedChecks = 0;
  let step = 0;
  const take = ({ share, ...besides }: FlaggerStep) => launch.setShare(share, besides);
  if (steps[0] !== undefined) take(steps[0]);
  for (;;) {
    launch.advanceTo(launch.time + intervalSeconds);
    if (failedChecks >= threshold) {
      launch.rollBack();
      return 'rolled-back';
    }
    if (metrics.every((gate) => launch.measure(gate).verdict === 'pass')) {
      step += 1;
      const next = steps[step];
      waitFor(next === undefined ? 'promotion' : 'traffic-increase');
      if (next === undefined) return 'promoted';
      take(next);
    } else {
      failedChecks += 1;
      if (failedChecks === threshold) launch.detect();
    }
  }
}
