import type { LaunchDriver } from '../launch/launchDriver';
import type { LaunchSetting } from '../launch/launchSetting';
import type { Gate } from '../model/gate';
import type { RolloutChances } from '../chances/rolloutChances';

/** How a launch ends. `waiting`: it hangs in a pause nobody planned until somebody looks. */
export type LaunchEnding = 'promoted' | 'rolled-back' | 'waiting';

/** A controller: how it drives a launch, and what can be said of it without a simulation. */
export interface Controller<Settings> {
  readonly id: string;
  /** As users know it. */
  readonly name: string;
  /** Drives a launch to its end. */
  readonly run: (settings: Settings, launch: LaunchDriver) => LaunchEnding;
  /** The gates it asks, each once. */
  readonly gates: (settings: Settings) => readonly Gate[];
  /** Exact chances where there are closed forms; null elsewhere. */
  readonly chances: (settings: Settings, setting: LaunchSetting) => RolloutChances | null;
}
