import type { MetricKind } from '../../plan/metricKinds';

/** How the rows of one unit make its value. */
export type RowRule = 'any' | 'sum' | 'mean';

/** A proportion: did it in any row; sums of events, spend and ratios; what is measured each time is averaged. */
export function rowRule(kind: MetricKind): RowRule {
  switch (kind) {
    case 'proportion':
      return 'any';
    case 'count':
    case 'rate':
    case 'ratio':
    case 'revenue':
      return 'sum';
    case 'mean':
    case 'quantile':
    case 'rank':
    case 'time-to-event':
      return 'mean';
  }
}

/** The values of one row, by metric; NaN where there is none. */
export interface RowValues {
  readonly y: Float64Array;
  readonly x: Float64Array;
  readonly d: Float64Array;
}

/** The rows of one unit in one variant, put together. */
export class UnitValues {
  rows = 0;
  segment = -1;
  readonly #rules: readonly RowRule[];
  readonly #y: Float64Array;
  readonly #x: Float64Array;
  readonly #xRows: Float64Array;
  readonly #d: Float64Array;

  constructor(rules: readonly RowRule[]) {
    const { length } = rules;
    this.#rules = rules;
    this.#y = new Float64Array(length);
    this.#x = new Float64Array(length);
    this.#xRows = new Float64Array(length);
    this.#d = new Float64Array(length);
  }

  clear(): void {
    if (this.rows === 0) return;
    this.rows = 0;
    this.segment = -1;
    for (let m = 0; m < this.#y.length; m += 1) {
      this.#y[m] = 0;
      this.#x[m] = 0;
      this.#xRows[m] = 0;
      this.#d[m] = 0;
    }
  }

  add({ y, x, d }: RowValues, segment: number): void {
    if (this.rows === 0) this.segment = segment;
    this.rows += 1;
    for (let m = 0; m < this.#rules.length; m += 1) {
      const value = y[m] as number;
      if (this.#rules[m] === 'any') this.#y[m] = Math.max(this.#y[m] as number, value);
      else this.#y[m]! += value;
      this.#d[m]! += d[m] as number;
      const before = x[m] as number;
      if (before === before) {
        this.#x[m]! += before;
        this.#xRows[m]! += 1;
      }
    }
  }

  y(m: number): number {
    const sum = this.#y[m] as number;
    return this.#rules[m] === 'mean' ? sum / this.rows : sum;
  }

  /** The mean of what its rows say: the same in each, or in the first alone. */
  x(m: number): number {
    const rows = this.#xRows[m] as number;
    return rows === 0 ? NaN : (this.#x[m] as number) / rows;
  }

  d(m: number): number {
    return this.#d[m] as number;
  }
}
