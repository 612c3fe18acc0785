/** What a measurement comes to. `error`: it could not be judged, mostly for want of data. */
export type Verdict = 'pass' | 'fail' | 'inconclusive' | 'error';

/**
 * A condition on one number, as data: the values at which its verdict changes and what it is at, below, between and
 * above them. Conditions of any language that compare with constants come to this.
 */
export interface VerdictTable {
  /** Upwards, each once. */
  readonly breaks: readonly number[];
  /** One for each break. */
  readonly at: readonly Verdict[];
  /** One more than breaks: below the first, between, above the last. */
  readonly between: readonly Verdict[];
  /** Where the query gives no value at all. */
  readonly empty: Verdict;
  /** Where it gives 0 / 0. */
  readonly notANumber: Verdict;
}

/** Nearer to a break than this share of it counts as equal: `297 / 300 * 100` is 99. */
const resolution = 1e-11;

/** Whether a value counts as equal to a break. */
export function isAtBreak(value: number, limit: number): boolean {
  return Math.abs(value - limit) <= resolution * Math.abs(limit);
}

/** The verdict on a value; null where the query gave none. */
export function verdictOf(table: VerdictTable, value: number | null): Verdict {
  if (value === null) return table.empty;
  if (Number.isNaN(value)) return table.notANumber;
  const { breaks } = table;
  for (let i = 0; i < breaks.length; i += 1) {
    const limit = breaks[i] as number;
    if (isAtBreak(value, limit)) return table.at[i] as Verdict;
    if (value < limit) return table.between[i] as Verdict;
  }
  return table.between[breaks.length] as Verdict;
}
