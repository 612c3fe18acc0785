/**
 * Running sums of one metric in one variant: enough for means, variances and covariances with a measurement from before
 * (`x`, where there is one) and with a denominator (`d`).
 *
 * Formula: Welford's updates, which lose no digits of the variance however large the mean is; merged by Chan's.
 * Source: Welford, Technometrics 4, 1962; Chan, Golub and LeVeque, The American Statistician 37, 1983.
 */
export class MetricSums {
  units = 0;
  mean = 0;
  /** Σ (y - mean)². */
  squares = 0;
  min = Infinity;
  max = -Infinity;
  /** Of units with a measurement before: their number, and means of `x` and `y`. */
  units0 = 0;
  mean0 = 0;
  squares0 = 0;
  meanY0 = 0;
  products0 = 0;
  denominatorMean = 0;
  denominatorSquares = 0;
  denominatorProducts = 0;

  /** Adds a unit; `x` is NaN where it has no measurement before. */
  add(y: number, x: number): void {
    this.#addValue(y);
    if (x === x) this.#addBefore(y, x);
  }

  /** Adds a unit with a denominator. */
  addRatio(y: number, denominator: number): void {
    const delta = denominator - this.denominatorMean;
    const n = this.units + 1;
    this.denominatorMean += delta / n;
    this.denominatorSquares += delta * (denominator - this.denominatorMean);
    this.#addValue(y);
    this.denominatorProducts += delta * (y - this.mean);
  }

  /** Adds many units of which only mean and Σ (y - mean)² are known. */
  addMany(units: number, mean: number, squares: number): void {
    const delta = mean - this.mean;
    const n = this.units + units;
    if (n === 0) return;
    this.squares += squares + (delta * delta * this.units * units) / n;
    this.mean += (delta * units) / n;
    this.units = n;
  }

  #addValue(y: number): void {
    const n = this.units + 1;
    this.units = n;
    const delta = y - this.mean;
    this.mean += delta / n;
    this.squares += delta * (y - this.mean);
    if (y < this.min) this.min = y;
    if (y > this.max) this.max = y;
  }

  #addBefore(y: number, x: number): void {
    const n = this.units0 + 1;
    this.units0 = n;
    const deltaX = x - this.mean0;
    const deltaY = y - this.meanY0;
    this.mean0 += deltaX / n;
    this.meanY0 += deltaY / n;
    this.squares0 += deltaX * (x - this.mean0);
    this.products0 += deltaX * (y - this.meanY0);
  }

  /** Variance with n - 1; NaN for fewer than two units. */
  get variance(): number {
    return this.units < 2 ? NaN : this.squares / (this.units - 1);
  }

  get total(): number {
    return this.mean * this.units;
  }
}
