import { mean, quantileOfSorted } from '../../stats/descriptive';
import type { DaySums } from '../blockSums';

/** The estimates of a block by day, to be sorted and summed when all launches are done. */
export class DayTally {
  readonly #replications: number;
  /** By day. */
  readonly #counts: Int32Array;
  /** By day, then by replication that has one. */
  readonly #estimates: Float64Array;

  constructor(days: number, replications: number) {
    this.#replications = replications;
    this.#counts = new Int32Array(days);
    this.#estimates = new Float64Array(days * replications);
  }

  add(day: number, estimate: number): void {
    const count = this.#counts[day] as number;
    this.#estimates[day * this.#replications + count] = estimate;
    this.#counts[day] = count + 1;
  }

  sumsOf(day: number): DaySums {
    const first = day * this.#replications;
    const estimates = this.#counts[day] as number;
    const sorted = Array.from(this.#estimates.subarray(first, first + estimates).sort());
    if (estimates === 0) return { estimates, mean: 0, low: 0, high: 0 };
    return {
      estimates,
      mean: mean(sorted) * estimates,
      low: quantileOfSorted(sorted, 0.025) * estimates,
      high: quantileOfSorted(sorted, 0.975) * estimates,
    };
  }
}
