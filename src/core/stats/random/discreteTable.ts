import { AliasTable } from './aliasTable';
import type { RandomStream } from './randomStream';

/** Chances below it are none: less than a uniform number can tell. */
const negligible = 1e-18;

/** A distribution over whole numbers around its mode, to be drawn from again and again. */
export class DiscreteTable {
  readonly #first: number;
  readonly #table: AliasTable;

  /** Numbers from the mode to both sides until their chances are below 1e-18 of a whole. */
  constructor(
    mass: (k: number) => number,
    { mode, least, most }: { readonly mode: number; readonly least: number; readonly most: number },
  ) {
    let first = mode;
    while (first > least && mass(first - 1) > negligible) first -= 1;
    const weights: number[] = [];
    for (let k = first; k <= most; k += 1) {
      const weight = mass(k);
      if (k > mode && weight <= negligible) break;
      weights.push(weight);
    }
    this.#first = first;
    this.#table = new AliasTable(weights);
  }

  draw(stream: RandomStream): number {
    return this.#first + this.#table.draw(stream);
  }
}
