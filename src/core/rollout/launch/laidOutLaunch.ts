import { RandomStream } from '../../stats/random/randomStream';
import type { Gate } from '../model/gate';
import type { Measurement } from './gateMeter';
import type { LaunchDriver, SeenBesides } from './launchDriver';
import type { LaunchSetting } from './launchSetting';
import { Segments } from './segments';
import { requestsBetween } from './trafficRate';

/** A measurement as it is planned: when, of what, on how many requests. */
export interface PlannedCheck {
  readonly time: number;
  readonly gate: Gate;
  readonly count: number;
}

/** A launch in which all that has data passes: when what would be measured, and on how many requests. Nothing is drawn. */
export class LaidOutLaunch implements LaunchDriver {
  readonly setting: LaunchSetting;
  readonly stream = RandomStream.ofBlock(0, 0);
  readonly level = 1;
  readonly checks: PlannedCheck[] = [];
  /** Each change of the share of live traffic, in its order. */
  readonly weights: { readonly time: number; readonly share: number }[] = [];
  readonly #segments = new Segments();
  #time = 0;
  #share = 0;

  constructor(setting: LaunchSetting) {
    this.setting = setting;
  }

  get time(): number {
    return this.#time;
  }

  get share(): number {
    return this.#share;
  }

  setShare(share: number, { mirrored = 0, tested = 0, mix = null }: SeenBesides = {}): void {
    this.#share = share;
    this.weights.push({ time: this.#time, share });
    this.#segments.change(this.#time, { share: Math.min(1, share + mirrored), tested, mix });
  }

  advanceTo(time: number): void {
    this.#time = Math.max(this.#time, time);
  }

  measure(gate: Gate): Measurement {
    let count = 0;
    const { traffic } = this.setting;
    const from = Math.max(0, this.#time - gate.windowSeconds);
    this.#segments.each(from, this.#time, (start, end, { share, tested }) => {
      count += Math.round(share * requestsBetween(traffic, start, end) + tested * (end - start));
    });
    this.checks.push({ time: this.#time, gate, count });
    const verdict = count > 0 ? 'pass' : gate.verdicts.empty;
    return { verdict, value: null, count };
  }

  detect(): void {
    // Where all passes nothing is detected, but for want of data.
  }

  rollBack(): void {
    this.setShare(0);
  }
}
