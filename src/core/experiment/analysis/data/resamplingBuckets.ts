/** Units beyond so many share buckets, so that a bootstrap of any size has the same cost. */
const bucketCount = 8192;

/**
 * Units of one variant in buckets, one after the other: sums of values and of denominators. Up to 8,192 units each has
 * its own, and resampling buckets is resampling units; beyond, buckets are sums of units as good as drawn at random.
 */
export class ResamplingBuckets {
  readonly sums = new Float64Array(bucketCount);
  readonly denominators = new Float64Array(bucketCount);
  #next = 0;
  #units = 0;

  add(value: number, denominator: number): void {
    this.sums[this.#next]! += value;
    this.denominators[this.#next]! += denominator;
    this.#next = (this.#next + 1) % bucketCount;
    this.#units += 1;
  }

  /** Buckets that hold somebody. */
  get count(): number {
    return Math.min(this.#units, bucketCount);
  }

  get isExact(): boolean {
    return this.#units <= bucketCount;
  }
}
