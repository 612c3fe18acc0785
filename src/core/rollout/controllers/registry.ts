import type { LaunchDriver } from '../launch/launchDriver';
import type { LaunchSetting } from '../launch/launchSetting';
import type { Gate } from '../model/gate';
import type { RolloutChances } from '../chances/rolloutChances';
import type { Strategy } from '../strategies/strategy';
import { withSharedGates } from '../strategies/withSharedGates';
import { argoRollouts } from './argoRollouts';
import type { Controller, LaunchEnding } from './controller';
import { fixedSteps } from './fixedSteps';
import { flagger } from './flagger';
import { kayenta } from './kayenta';
import { sequentialJudge } from './sequentialJudge';

/** All controllers. */
export const controllers = [fixedSteps, argoRollouts, flagger, kayenta, sequentialJudge] as const;

/** The controller of a strategy. */
export function controllerOf(given: Strategy): BoundController {
  const strategy = withSharedGates(given);
  switch (strategy.kind) {
    case 'fixed-steps':
      return bind(fixedSteps, strategy);
    case 'argo-canary':
    case 'argo-blue-green':
      return bind(argoRollouts, strategy);
    case 'flagger':
      return bind(flagger, strategy);
    case 'kayenta':
      return bind(kayenta, strategy);
    case 'sequential':
      return bind(sequentialJudge, strategy);
  }
}

/** A controller with its settings. */
export interface BoundController {
  readonly id: string;
  readonly name: string;
  readonly run: (launch: LaunchDriver) => LaunchEnding;
  readonly gates: () => readonly Gate[];
  readonly chances: (setting: LaunchSetting) => RolloutChances | null;
}

function bind<Settings>(controller: Controller<Settings>, settings: Settings): BoundController {
  return {
    id: controller.id,
    name: controller.name,
    run: (launch) => controller.run(settings, launch),
    gates: () => controller.gates(settings),
    chances: (setting) => controller.chances(settings, setting),
  };
}
