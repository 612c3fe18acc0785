import type { EstimateSums } from '../blockSums';
import type { EstimateBins } from '../runDesign';

/** Sums up the estimates at the ends of launches. */
export class EstimateTally {
  readonly #bins: EstimateBins;
  readonly #trueEffect: number;
  readonly #all: Float64Array;
  readonly #significant: Float64Array;
  #count = 0;
  #sum = 0;
  #squares = 0;
  #found = 0;
  #foundSizes = 0;
  #foundSquares = 0;
  #wrongSign = 0;

  constructor(bins: EstimateBins, trueEffect: number) {
    this.#bins = bins;
    this.#trueEffect = trueEffect;
    this.#all = new Float64Array(bins.count);
    this.#significant = new Float64Array(bins.count);
  }

  add(estimate: number, isSignificant: boolean): void {
    if (!Number.isFinite(estimate)) return;
    const { low, width, count } = this.#bins;
    const bin = Math.max(0, Math.min(count - 1, Math.floor((estimate - low) / width)));
    this.#all[bin]! += 1;
    this.#count += 1;
    this.#sum += estimate;
    this.#squares += estimate * estimate;
    if (!isSignificant) return;
    const size = Math.abs(estimate);
    this.#significant[bin]! += 1;
    this.#found += 1;
    this.#foundSizes += size;
    this.#foundSquares += size * size;
    if (estimate * this.#trueEffect < 0) this.#wrongSign += 1;
  }

  get sums(): EstimateSums {
    return {
      all: Array.from(this.#all),
      significant: Array.from(this.#significant),
      count: this.#count,
      sum: this.#sum,
      squares: this.#squares,
      found: this.#found,
      foundSizes: this.#foundSizes,
      foundSquares: this.#foundSquares,
      wrongSign: this.#wrongSign,
    };
  }
}
