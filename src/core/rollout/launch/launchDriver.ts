import type { RandomStream } from '../../stats/random/randomStream';
import type { Gate } from '../model/gate';
import type { Measurement } from './gateMeter';
import type { LaunchSetting, SegmentMix } from './launchSetting';

/** What the new version sees besides live traffic, and of whom. */
export interface SeenBesides {
  /** Share of live traffic that is mirrored to it. */
  readonly mirrored?: number;
  /** Requests a second of a test. */
  readonly tested?: number;
  readonly mix?: SegmentMix;
}

/** What a controller does with a launch, simulated or only laid out in time. Times are in seconds from its start. */
export interface LaunchDriver {
  readonly setting: LaunchSetting;
  readonly stream: RandomStream;
  /** How the day of this launch differs: all levels are so many times what they usually are. */
  readonly level: number;
  readonly time: number;
  /** Share of live traffic that the new version answers. */
  readonly share: number;
  /** Gives the new version this share of live traffic (0 to 1). */
  setShare(share: number, besides?: SeenBesides): void;
  /** Lets time pass: a moment in the past changes nothing. */
  advanceTo(time: number): void;
  /** Measures a gate now. */
  measure(gate: Gate): Measurement;
  /** The controller has seen enough: from here the way back is only a matter of time. */
  detect(): void;
  /** All traffic goes back; some still reaches the new version while that takes, `redeploy`: until the old one runs again. */
  rollBack(way?: 'at-once' | 'redeploy'): void;
}
