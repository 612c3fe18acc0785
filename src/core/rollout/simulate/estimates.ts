/** A number from a simulation with its Monte Carlo standard error; null where no launch has one. */
export interface Estimate {
  readonly value: number | null;
  readonly standardError: number | null;
}

const nothing: Estimate = { value: null, standardError: null };

/** A share of all launches. */
export function shareEstimate(hits: number, all: number): Estimate {
  if (all === 0) return nothing;
  const value = hits / all;
  return { value, standardError: Math.sqrt((value * (1 - value)) / all) };
}

/** The mean of what launches have. */
export function meanEstimate(values: readonly number[]): Estimate {
  const n = values.length;
  if (n === 0) return nothing;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { value: mean, standardError: null };
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const error = Math.sqrt(squares / (n - 1) / n);
  // What is the same in all launches differs by the rounding of sums only.
  return { value: mean, standardError: error < 1e-12 * Math.abs(mean) ? 0 : error };
}

/**
 * The median: a value that occurs, the lower of two in the middle. Its standard error is half the distance of the order
 * statistics one binomial standard deviation (√n / 2) below and above.
 */
export function medianEstimate(values: readonly number[]): Estimate {
  const n = values.length;
  if (n === 0) return nothing;
  const sorted = Float64Array.from(values).sort();
  const middle = Math.ceil(n / 2) - 1;
  const away = Math.max(1, Math.round(Math.sqrt(n) / 2));
  const low = sorted[Math.max(0, middle - away)] as number;
  const high = sorted[Math.min(n - 1, middle + away)] as number;
  return { value: sorted[middle] as number, standardError: n < 4 ? null : (high - low) / 2 };
}
