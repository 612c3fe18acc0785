import { QuantileSketch, type WeightedValues } from './quantileSketch';

/** Values kept as they are, over all variants of a metric; beyond it they are sketched. */
export const mostExactValues = 2_000_000;

/** Counts the values of a metric over its variants. */
export class ValueBudget {
  used = 0;
  readonly most: number;
  constructor(most = mostExactValues) {
    this.most = most;
  }
}

/** The values of a metric in one variant: all of them while there is room, a sketch from then on. */
export class ValueStore {
  #values = new Float64Array(1024);
  #count = 0;
  #sketch: QuantileSketch | null = null;
  readonly #budget: ValueBudget;

  constructor(budget: ValueBudget) {
    this.#budget = budget;
  }

  add(value: number): void {
    this.#budget.used += 1;
    if (this.#budget.used > this.#budget.most) {
      this.#sketched().add(value);
      return;
    }
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(2 * this.#count);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count] = value;
    this.#count += 1;
  }

  #sketched(): QuantileSketch {
    if (this.#sketch !== null) return this.#sketch;
    const sketch = new QuantileSketch();
    for (let i = 0; i < this.#count; i += 1) sketch.add(this.#values[i] as number);
    this.#values = new Float64Array(0);
    this.#count = 0;
    this.#sketch = sketch;
    return sketch;
  }

  /** All values of the metric, sorted and weighted, and by how many units ranks may be off. */
  read(): WeightedValues & { readonly rankError: number } {
    if (this.#budget.used > this.#budget.most) {
      const sketch = this.#sketched();
      return { ...sketch.weighted(), rankError: sketch.rankError };
    }
    const values = this.#values.slice(0, this.#count).sort();
    return { values, weights: new Float64Array(values.length).fill(1), rankError: 0 };
  }
}
