/** Collects paths and hands them over together, once no new one has come for a while. Batches never overlap. */
export class PathQueue {
  readonly #take: (paths: ReadonlySet<string>) => Promise<void>;
  readonly #delayMs: number;
  #waiting = new Set<string>();
  #timer: number | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(take: (paths: ReadonlySet<string>) => Promise<void>, delayMs: number) {
    this.#take = take;
    this.#delayMs = delayMs;
  }

  add(path: string): void {
    this.#waiting.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), this.#delayMs);
  }

  /** Hands paths over after those that are being taken, without waiting for more. */
  run(paths: ReadonlySet<string>): Promise<void> {
    this.#running = this.#running.then(() => this.#take(paths));
    return this.#running;
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#waiting = new Set();
  }

  #flush(): void {
    const paths = this.#waiting;
    this.#waiting = new Set();
    void this.run(paths);
  }
}
