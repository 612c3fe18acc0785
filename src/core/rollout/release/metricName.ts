/** A metric that a release changes, as people name it: one of its quantiles for a latency. */
export type MetricName =
  | { readonly kind: 'share'; readonly metric: string; readonly isComplement: boolean }
  | { readonly kind: 'latency'; readonly metric: 'latency'; readonly quantile: number }
  | { readonly kind: 'gauge'; readonly metric: string };

/**
 * What a name means: `error-rate`, `errorRate`, `success-rate`, `latency-p99`, `latencyP95`, `latency` (its 99 % quantile),
 * `conversion`, `saturation`; null for others.
 */
export function metricNameOf(text: string): MetricName | null {
  const words = text
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(/[_ ]/g, '-')
    .toLowerCase();
  if (/^(error|errors|error-rate|failure-rate)$/.test(words)) {
    return { kind: 'share', metric: 'error-rate', isComplement: false };
  }
  if (/^(success|success-rate|availability)$/.test(words)) {
    return { kind: 'share', metric: 'error-rate', isComplement: true };
  }
  if (/^conversion(-rate)?$/.test(words)) {
    return { kind: 'share', metric: 'conversion', isComplement: false };
  }
  if (/^(saturation|cpu|memory)$/.test(words)) return { kind: 'gauge', metric: 'saturation' };
  const latency = /^(?:latency|duration|request-duration)(?:-?p(\d{2}|99\.?9))?$/.exec(words);
  if (latency === null) return null;
  const percent = latency[1] === '999' ? 99.9 : Number(latency[1] ?? 99);
  return { kind: 'latency', metric: 'latency', quantile: percent === 0 ? 0.99 : percent / 100 };
}
