import { exp } from '../../stats/elementary/exp';
import type { RandomStream } from '../../stats/random/randomStream';
import { sampleNormal } from '../../stats/random/sampleNormal';
import type { Gate } from '../model/gate';
import { GateMeter, type Measurement } from './gateMeter';
import { eachPiece } from './eachPiece';
import type { LaunchDriver, SeenBesides } from './launchDriver';
import type { LaunchEvent } from './launchEvent';
import { faultIntensity, type LaunchSetting, type SegmentMix } from './launchSetting';
import { Segments } from './segments';
import { requestRate } from './trafficRate';

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
  #mix: SegmentMix = null;
  #largestShare = 0;
  #requests = 0;
  #faultyRequests = 0;
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

  setShare(share: number, { mirrored = 0, tested = 0, mix = null }: SeenBesides = {}): void {
    this.#share = share;
    this.#mix = mix;
    if (share === 1) this.#fullAt ??= this.#time;
    this.#largestShare = Math.max(this.#largestShare, share);
    this.#segments.change(this.#time, { share: Math.min(1, share + mirrored), tested, mix });
    this.#film?.push({ kind: 'weight', time: this.#time, share });
  }

  advanceTo(time: number): void {
    if (!(time > this.#time)) return;
    const { setting } = this;
    eachPiece(setting, { from: this.#time, to: time }, (start, end) => {
      const middle = (start + end) / 2;
      const rate = this.#share * requestRate(setting.traffic, middle);
      const requests = rate * (end - start);
      this.#requests += requests;
      this.#faultyRequests += requests * faultIntensity(setting, middle, rate, this.#mix);
    });
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

  rollBack(way: 'at-once' | 'redeploy' = 'at-once'): void {
    this.detect();
    this.#film?.push({ kind: 'decision', time: this.#time, decision: 'rolled-back' });
    const { rollbackSeconds, redeploySeconds } = this.setting.traffic;
    const seconds = way === 'at-once' ? rollbackSeconds : rollbackSeconds + redeploySeconds;
    this.advanceTo(this.#time + seconds);
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
  readonly largestShare: number;
}
