/**
 * Running sums of one metric in one variant: enough for means, variances and covariances with a measurement from before
 * (`x`, where there is one) and with a denominator (`d`).
 *
 * Formula: Welford's updates, which lose no digits of the variance however large the mean is; merged by Chan's. Means are
 * of sums that carry what rounding takes from them (Knuth's exact addition), because a running mean drifts.
 * Source: Welford, Technometrics 4, 1962; Chan, Golub and LeVeque, The American Statistician 37, 1983.
 */
export class MetricSums {
  units = 0;
  #running = 0;
  #sum = 0;
  #rest = 0;
  /** Σ (y - mean)². */
  squares = 0;
  /** Of units with a measurement before. */
  units0 = 0;
  squares0 = 0;
  products0 = 0;
  #running0 = 0;
  #sum0 = 0;
  #rest0 = 0;
  #sumY0 = 0;
  #restY0 = 0;
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
    this.denominatorProducts += delta * (y - this.#running);
  }

  /** Adds many units of which only mean and Σ (y - mean)² are known. */
  addMany(units: number, mean: number, squares: number): void {
    const n = this.units + units;
    if (n === 0) return;
    const delta = mean - this.#running;
    this.squares += squares + (delta * delta * this.units * units) / n;
    this.#running += (delta * units) / n;
    this.units = n;
    this.#carry(mean * units);
  }

  /** Mean of all units; 0 without any. */
  get mean(): number {
    return this.units === 0 ? 0 : (this.#sum + this.#rest) / this.units;
  }

  /** Of units with a measurement before: its mean, and that of their values. */
  get mean0(): number {
    return this.units0 === 0 ? 0 : (this.#sum0 + this.#rest0) / this.units0;
  }

  get meanY0(): number {
    return this.units0 === 0 ? 0 : (this.#sumY0 + this.#restY0) / this.units0;
  }

  #carry(y: number): void {
    const sum = this.#sum + y;
    const part = sum - this.#sum;
    this.#rest += this.#sum - (sum - part) + (y - part);
    this.#sum = sum;
  }

  #addValue(y: number): void {
    const n = this.units + 1;
    this.units = n;
    const delta = y - this.#running;
    this.#running += delta / n;
    this.squares += delta * (y - this.#running);
    this.#carry(y);
  }

  #addBefore(y: number, x: number): void {
    const n = this.units0 + 1;
    this.units0 = n;
    const deltaX = x - this.#running0;
    this.#running0 += deltaX / n;
    this.squares0 += deltaX * (x - this.#running0);
    const sum = this.#sum0 + x;
    const part = sum - this.#sum0;
    this.#rest0 += this.#sum0 - (sum - part) + (x - part);
    this.#sum0 = sum;
    // Old mean of x, new mean of y: so the products add up to Σ (x - x̄)(y - ȳ).
    const sumY = this.#sumY0 + y;
    const partY = sumY - this.#sumY0;
    this.products0 += deltaX * (y - sumY / n);
    this.#restY0 += this.#sumY0 - (sumY - partY) + (y - partY);
    this.#sumY0 = sumY;
  }

  /** Variance with n - 1; NaN for fewer than two units. */
  get variance(): number {
    return this.units < 2 ? NaN : this.squares / (this.units - 1);
  }

  get total(): number {
    return this.mean * this.units;
  }
}
