import { exp } from '../../stats/elementary/exp';
import type { RandomStream } from '../../stats/random/randomStream';
import { sampleNormal } from '../../stats/random/sampleNormal';
import type { Gate } from '../model/gate';
import { GateMeter, type Measurement } from './gateMeter';
import type { LaunchDriver } from './launchDriver';
import type { LaunchEvent } from './launchEvent';
import { faultIntensity, type LaunchSetting } from './launchSetting';
import { Segments } from './segments';

/** One synthetic launch: its clock, who answers the requests, and what is measured. Controllers drive it; times are in seconds. */
export class Launch implements LaunchDriver {
  readonly setting: LaunchSetting;
  readonly stream: RandomStream;
  readonly level: number;
  readonly #segments = new Segments();
  readonly #meters = new Map<Gate, GateMeter>();
  readonly #film: LaunchEvent[] | null;
  #time = 0;
  #share = 0;
  #largestShare = 0;
  #requests = 0;
  #faultyRequests = 0;
  #shareSeconds = 0;
  #detectedAt: number | null = null;
  #fullAt: number | null = null;

  constructor(
    setting: LaunchSetting,
    { stream, film }: { readonly stream: RandomStream; readonly film: LaunchEvent[] | null },
  ) {
    this.setting = setting;
    this.stream = stream;
    this.#film = film;
    const { betweenLaunches } = setting.release.noise;
    this.level = betweenLaunches > 0 ? exp(betweenLaunches * sampleNormal(stream)) : 1;
  }

  get time(): number {
    return this.#time;
  }

  get share(): number {
    return this.#share;
  }

  setShare(share: number, observed: number = share): void {
    this.#share = share;
    if (share === 1) this.#fullAt ??= this.#time;
    this.#largestShare = Math.max(this.#largestShare, share);
    this.#segments.change(this.#time, observed);
    this.#film?.push({ kind: 'weight', time: this.#time, share });
  }

  advanceTo(time: number): void {
    if (!(time > this.#time)) return;
    const rate = this.#share * this.setting.traffic.requestsPerSecond;
    const seconds = time - this.#time;
    const middle = (time + this.#time) / 2;
    this.#requests += rate * seconds;
    this.#faultyRequests += rate * seconds * faultIntensity(this.setting, middle, rate);
    this.#shareSeconds += this.#share * seconds;
    this.#time = time;
  }

  measure(gate: Gate): Measurement {
    let meter = this.#meters.get(gate);
    if (meter === undefined) {
      meter = new GateMeter(gate, {
        setting: this.setting,
        segments: this.#segments,
        stream: this.stream,
        level: this.level,
      });
      this.#meters.set(gate, meter);
    }
    const measurement = meter.measure(this.#time);
    this.#film?.push({ kind: 'check', time: this.#time, gate: gate.name, ...measurement });
    return measurement;
  }

  detect(): void {
    this.#detectedAt ??= this.#time;
  }

  rollBack(): void {
    this.detect();
    this.#film?.push({ kind: 'decision', time: this.#time, decision: 'rolled-back' });
    this.advanceTo(this.#time + this.setting.traffic.rollbackSeconds);
    this.setShare(0);
  }

  /** What the launch came to so far. */
  tally(): LaunchTally {
    return {
      seconds: this.#time,
      detectedSeconds: this.#detectedAt,
      fullSeconds: this.#fullAt,
      requests: this.#requests,
      faultyRequests: this.#faultyRequests,
      shareSeconds: this.#shareSeconds,
      largestShare: this.#largestShare,
    };
  }
}

/** Sums over one launch. */
export interface LaunchTally {
  readonly seconds: number;
  readonly detectedSeconds: number | null;
  /** When it first had all live traffic. */
  readonly fullSeconds: number | null;
  /** Live requests that the new version answered. */
  readonly requests: number;
  /** Those of them that met the fault, by its intensity. */
  readonly faultyRequests: number;
  /** Integral of the share over time. */
  readonly shareSeconds: number;
  readonly largestShare: number;
}
