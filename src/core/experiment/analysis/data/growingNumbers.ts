/** Numbers by index, room for which grows as they come. */
export class GrowingNumbers {
  #values = new Float64Array(1024);
  readonly #empty: number;

  constructor(empty: number) {
    this.#empty = empty;
    this.#values.fill(empty);
  }

  get(index: number): number {
    return this.#values[index] ?? this.#empty;
  }

  set(index: number, value: number): void {
    if (index >= this.#values.length) {
      const larger = new Float64Array(Math.max(index + 1, Math.floor(1.5 * this.#values.length)));
      larger.set(this.#values);
      larger.fill(this.#empty, this.#values.length);
      this.#values = larger;
    }
    this.#values[index] = value;
  }
}
