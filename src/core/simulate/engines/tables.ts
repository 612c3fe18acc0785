import { binomialPmf } from '../../stats/distributions/binomialPmf';
import { negativeBinomialPmf } from '../../stats/distributions/negativeBinomialPmf';
import { poissonPmf } from '../../stats/distributions/poissonPmf';
import { DiscreteTable } from '../../stats/random/discreteTable';

/** So many tables are kept: one for each day's effect of a long launch, and more. */
const mostTables = 1000;

/** Tables by what they are of, made when first asked for. */
export class Tables<Table> {
  readonly #made = new Map<number, Map<number, Table>>();
  readonly #make: (one: number, other: number) => Table;
  /** The one asked for last: mostly it is asked for again. */
  #last: Table | null = null;
  #lastOne = NaN;
  #lastOther = NaN;

  constructor(make: (one: number, other: number) => Table) {
    this.#make = make;
  }

  of(one: number, other: number): Table {
    if (this.#last !== null && one === this.#lastOne && other === this.#lastOther)
      return this.#last;
    this.#last = this.#find(one, other);
    this.#lastOne = one;
    this.#lastOther = other;
    return this.#last;
  }

  #find(one: number, other: number): Table {
    let row = this.#made.get(one);
    if (row === undefined) {
      if (this.#made.size >= mostTables) this.#made.clear();
      row = new Map();
      this.#made.set(one, row);
    }
    let table = row.get(other);
    if (table === undefined) {
      if (row.size >= mostTables) row.clear();
      table = this.#make(one, other);
      row.set(other, table);
    }
    return table;
  }
}

/** Successes of so many trials with this probability. */
export function binomialTable(trials: number, probability: number): DiscreteTable {
  return new DiscreteTable((k) => binomialPmf(k, trials, probability), {
    mode: Math.min(trials, Math.floor((trials + 1) * probability)),
    least: 0,
    most: trials,
  });
}

/** Events of a unit with this mean: Poisson, or with a dispersion negative binomial. */
export function eventTable(mean: number, dispersion: number): DiscreteTable {
  const size = 1 / dispersion;
  const mass =
    dispersion === 0
      ? (k: number): number => poissonPmf(k, mean)
      : (k: number): number => negativeBinomialPmf(k, size, mean);
  const mode = dispersion === 0 ? mean : Math.max(0, mean * (1 - dispersion));
  return new DiscreteTable(mass, { mode: Math.floor(mode), least: 0, most: Infinity });
}
