import type { KayentaMetric } from './kayentaMetric';

/**
 * What the judge compares of the values it was given: without missing ones (NaN) or with 0 in their place, outliers
 * removed where asked for; sorted upwards.
 *
 * Formula: outliers lie outside [min(P1, Q1 - f IQR), max(P99, Q3 + f IQR)], percentiles of type R-7.
 * Source: Kayenta `NetflixACAJudge.transformMetric`, `IQRDetector` with reduced sensitivity.
 */
export function prepareValues(
  values: Float64Array,
  { nanStrategy, outliers }: Pick<KayentaMetric, 'nanStrategy' | 'outliers'>,
): Float64Array {
  const present =
    nanStrategy === 'replace'
      ? values.map((value) => (Number.isNaN(value) ? 0 : value))
      : values.filter((value) => !Number.isNaN(value));
  const sorted = present.sort();
  if (outliers.strategy === 'keep' || sorted.length === 0) return sorted;
  const [q1, q3] = [percentile(sorted, 0.25), percentile(sorted, 0.75)];
  const reach = outliers.factor * (q3 - q1);
  const lowest = Math.min(percentile(sorted, 0.01), q1 - reach);
  const highest = Math.max(percentile(sorted, 0.99), q3 + reach);
  return sorted.filter((value) => value >= lowest && value <= highest);
}

/** Type R-7: linear between the order statistics around 1 + (n - 1) p. */
function percentile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const index = Math.floor(place);
  const here = sorted[index] as number;
  return here + (place - index) * ((sorted[index + 1] ?? here) - here);
}
