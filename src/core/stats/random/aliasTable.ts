import type { RandomStream } from './randomStream';

/**
 * Draws from a distribution over the numbers 0, 1, 2, ... that is given by weights, one uniform number and one look-up
 * a draw.
 *
 * Formula: Walker's alias method, the table built by Vose's.
 * Source: Vose, IEEE Transactions on Software Engineering 17, 1991, 972-975.
 * Accuracy: chances are the weights over their sum up to rounding; a draw resolves 2^-53 over the number of weights.
 */
export class AliasTable {
  readonly #keep: Float64Array;
  readonly #alias: Int32Array;
  readonly #count: number;

  /** Throws RangeError without a weight above 0, or with one below. */
  constructor(weights: readonly number[]) {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (!(sum > 0) || !weights.every((weight) => weight >= 0)) {
      throw new RangeError('Weights are not negative, and one at least is above 0.');
    }
    const count = weights.length;
    const scaled = weights.map((weight) => (weight * count) / sum);
    this.#count = count;
    this.#keep = new Float64Array(count).fill(1);
    this.#alias = Int32Array.from(weights, (_, i) => i);
    const small = scaled.flatMap((weight, i) => (weight < 1 ? [i] : []));
    const large = scaled.flatMap((weight, i) => (weight < 1 ? [] : [i]));
    while (small.length > 0 && large.length > 0) {
      const less = small.pop() as number;
      const more = large.at(-1) as number;
      this.#keep[less] = scaled[less] as number;
      this.#alias[less] = more;
      const rest = (scaled[more] as number) + (scaled[less] as number) - 1;
      scaled[more] = rest;
      if (rest < 1) small.push(large.pop() as number);
    }
  }

  draw(stream: RandomStream): number {
    const position = stream.nextUnit() * this.#count;
    const cell = Math.floor(position);
    return position - cell < (this.#keep[cell] as number) ? cell : (this.#alias[cell] as number);
  }
}
