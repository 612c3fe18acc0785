import type { SegmentMix } from './launchSetting';

/** Who answers requests for a while. */
export interface TrafficStretch {
  /** Share of live traffic that the new version answers or sees mirrored, 0 to 1. */
  readonly share: number;
  /** Requests a second of a test that it answers besides. */
  readonly tested: number;
  readonly mix: SegmentMix;
}

/** The shares of traffic that the new version had one after the other. */
export class Segments {
  readonly #starts: number[] = [0];
  readonly #stretches: TrafficStretch[] = [{ share: 0, tested: 0, mix: null }];

  /** From `time` on it is so. */
  change(time: number, stretch: TrafficStretch): void {
    const last = this.#starts.length - 1;
    const before = this.#stretches[last] as TrafficStretch;
    const isSame =
      before.share === stretch.share &&
      before.tested === stretch.tested &&
      before.mix === stretch.mix;
    if (this.#starts[last] === time) this.#stretches[last] = stretch;
    else if (!isSame) {
      this.#starts.push(time);
      this.#stretches.push(stretch);
    }
  }

  /** Calls back for each stretch between two moments. */
  each(
    from: number,
    to: number,
    visit: (start: number, end: number, stretch: TrafficStretch) => void,
  ): void {
    let i = this.#starts.length - 1;
    while (i > 0 && (this.#starts[i] as number) > from) i -= 1;
    for (; i < this.#starts.length; i += 1) {
      const start = Math.max(from, this.#starts[i] as number);
      const end = Math.min(to, this.#starts[i + 1] ?? Infinity);
      if (start >= to) return;
      if (end > start) visit(start, end, this.#stretches[i] as TrafficStretch);
    }
  }
}
