import type { RandomStream } from '../../stats/random/randomStream';
import { samplePoisson } from '../../stats/random/samplePoisson';
import type { Gate } from '../model/gate';
import { type Verdict, verdictOf } from '../model/verdictTable';
import { eachPiece } from './eachPiece';
import { biasFactor, faultIntensity, type LaunchSetting, outageShare } from './launchSetting';
import { cutSlice, type Slice } from './slice';
import { signalSampler, type SignalSampler } from './signalSampler';
import type { Segments, TrafficStretch } from './segments';
import { requestRate } from './trafficRate';

/** A verdict, the value it is about where that is counted, and of how many requests or scrapes. */
export interface Measurement {
  readonly verdict: Verdict;
  /** Null without data; for a quantile the limit it is next to. */
  readonly value: number | null;
  readonly count: number;
}

/** Measures one gate again and again within a launch: what two windows share is drawn once. */
export class GateMeter {
  readonly #gate: Gate;
  readonly #setting: LaunchSetting;
  readonly #segments: Segments;
  readonly #stream: RandomStream;
  readonly #sampler: SignalSampler | null;
  readonly #slices: Slice[] = [];
  #drawnTo = 0;
  /** Seconds that the last measurement covers. */
  #covered = 0;
  #everSeen = false;

  constructor(
    gate: Gate,
    {
      setting,
      segments,
      stream,
      level,
    }: {
      readonly setting: LaunchSetting;
      readonly segments: Segments;
      readonly stream: RandomStream;
      readonly level: number;
    },
  ) {
    this.#gate = gate;
    this.#setting = setting;
    this.#segments = segments;
    this.#stream = stream;
    const limits = quantileLimits(gate);
    this.#sampler = signalSampler(gate.signal, { release: setting.release, limits, level });
  }

  /** What the gate says of its window that ends at `time` (seconds from the start of the launch). */
  measure(time: number): Measurement {
    const { telemetry } = this.#setting.release;
    const { verdicts, windowSeconds } = this.#gate;
    const nothing = { verdict: verdicts.empty, value: null, count: 0 } as const;
    if (this.#sampler === null) return nothing;
    let to = Math.max(0, time - telemetry.lateSeconds);
    let from = Math.max(0, to - windowSeconds);
    this.#covered = windowSeconds;
    if (telemetry.scraped === true && this.#gate.signal.kind !== 'gauge') {
      // A rate needs two scrapes: what it sees lies between the first and the last in the window.
      const every = telemetry.scrapeSeconds;
      const [first, last] = [Math.ceil(from / every - 1e-9), Math.floor(to / every + 1e-9)];
      if (last <= first) return nothing;
      [from, to] = [first * every, last * every];
      this.#covered = to - from;
    }
    this.#forget(from);
    this.#drawUntil(to, from);
    const isMissing = telemetry.missing > 0 && this.#stream.nextUnit() < telemetry.missing;
    return isMissing ? nothing : this.#assess();
  }

  /** Drops what was drawn before the window; what begins before it and ends in it is cut. */
  #forget(from: number): void {
    const slices = this.#slices;
    while (slices.length > 0 && (slices[0] as Slice).end <= from) slices.shift();
    const first = slices[0];
    if (first === undefined || first.start >= from) return;
    if (this.#gate.signal.kind === 'gauge') first.start = from;
    else cutSlice(first, from, this.#stream);
  }

  #drawUntil(to: number, from: number): void {
    const begin = Math.max(this.#drawnTo, from);
    this.#segments.each(begin, to, (first, last, stretch) =>
      eachPiece(this.#setting, { from: first, to: last }, (start, end) =>
        this.#draw(start, end, stretch),
      ),
    );
    this.#drawnTo = Math.max(this.#drawnTo, to);
  }

  #draw(start: number, end: number, { share, tested, mix }: TrafficStretch): void {
    if (share + tested <= 0 || this.#sampler === null) return;
    const { traffic, release } = this.#setting;
    const middle = (start + end) / 2;
    const rate = share * requestRate(traffic, middle) + tested;
    let count = Math.round(rate * (end - start));
    if (this.#gate.signal.kind === 'gauge') {
      count = Math.max(1, Math.round((end - start) / release.telemetry.scrapeSeconds));
    } else if (traffic.arrivals === 'random') {
      count = samplePoisson(this.#stream, rate * (end - start));
    }
    const sums = this.#sampler.draw(this.#stream, count, {
      intensity: faultIntensity(this.#setting, middle, rate, mix),
      bias: biasFactor(release, mix),
      outage: outageShare(release.outage, middle),
    });
    this.#slices.push({ start, end, count, sums });
  }

  #assess(): Measurement {
    const { verdicts, signal } = this.#gate;
    let count = 0;
    for (const slice of this.#slices) count += slice.count;
    if (count === 0 && signal.kind !== 'count') {
      const verdict = this.#everSeen ? verdicts.notANumber : verdicts.empty;
      return { verdict, value: null, count };
    }
    if (count === 0 && !this.#everSeen) return { verdict: verdicts.empty, value: null, count };
    this.#everSeen = true;
    if (signal.kind === 'quantile') return this.#quantile(count, signal.quantile);
    const value = this.#value(count);
    return { verdict: verdictOf(verdicts, value), value, count };
  }

  #sum(i: number): number {
    let sum = 0;
    for (const slice of this.#slices) sum += slice.sums[i] as number;
    return sum;
  }

  #value(count: number): number {
    const { signal, windowSeconds } = this.#gate;
    const sum = this.#sum(0);
    switch (signal.kind) {
      case 'share':
        return ((signal.of === 'good' ? count - sum : sum) / count) * signal.scale;
      case 'count':
        // Counters that are scraped are extrapolated to the whole window.
        return (
          (signal.per === 'second' ? sum / this.#covered : sum * (windowSeconds / this.#covered)) *
          signal.scale
        );
      default:
        return (sum / count) * signal.scale;
    }
  }

  /** The order statistic lies above as many limits as have more requests above them than it has. */
  #quantile(count: number, quantile: number): Measurement {
    const { verdicts, signal } = this.#gate;
    const rankFromTop = count - Math.max(1, Math.ceil(quantile * count - 1e-9));
    let above = 0;
    while (above < verdicts.breaks.length && this.#sum(above) > rankFromTop) above += 1;
    const value = verdicts.breaks[Math.max(0, above - 1)] ?? signal.scale;
    return { verdict: verdicts.between[above] ?? 'error', value, count };
  }
}

/** The limits of a quantile in milliseconds, upwards. */
function quantileLimits({ signal, verdicts }: Gate): readonly number[] {
  return signal.kind === 'quantile' ? verdicts.breaks.map((limit) => limit / signal.scale) : [];
}
