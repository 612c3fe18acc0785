/** The shares of traffic that the new version had one after the other. */
export class Segments {
  readonly #starts: number[] = [0];
  readonly #shares: number[] = [0];

  /** From `time` on the new version answers this share of requests (and those mirrored to it). */
  change(time: number, share: number): void {
    const last = this.#starts.length - 1;
    if (this.#starts[last] === time) this.#shares[last] = share;
    else if (this.#shares[last] !== share) {
      this.#starts.push(time);
      this.#shares.push(share);
    }
  }

  /** Calls back for each stretch of one share between two moments. */
  each(from: number, to: number, visit: (start: number, end: number, share: number) => void): void {
    let i = this.#starts.length - 1;
    while (i > 0 && (this.#starts[i] as number) > from) i -= 1;
    for (; i < this.#starts.length; i += 1) {
      const start = Math.max(from, this.#starts[i] as number);
      const end = Math.min(to, this.#starts[i + 1] ?? Infinity);
      if (start >= to) return;
      if (end > start) visit(start, end, this.#shares[i] as number);
    }
  }
}
