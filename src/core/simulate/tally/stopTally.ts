import type { StopSums } from '../blockSums';
import type { Ending } from '../rules/decide';

/** Counts how launches end, look by look. */
export class StopTally {
  readonly #counts: Readonly<Record<'success' | 'wrong' | 'futility', Float64Array>>;

  constructor(looks: number) {
    this.#counts = {
      success: new Float64Array(looks),
      wrong: new Float64Array(looks),
      futility: new Float64Array(looks),
    };
  }

  add({ kind, look }: Ending): void {
    if (kind !== 'undecided') this.#counts[kind][look]! += 1;
  }

  get sums(): StopSums {
    const { success, wrong, futility } = this.#counts;
    return {
      success: Array.from(success),
      wrong: Array.from(wrong),
      futility: Array.from(futility),
    };
  }

  get successes(): number {
    return this.#counts.success.reduce((sum, count) => sum + count, 0);
  }

  get wrongs(): number {
    return this.#counts.wrong.reduce((sum, count) => sum + count, 0);
  }
}
