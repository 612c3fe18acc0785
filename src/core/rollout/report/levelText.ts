import { formatDecimal, formatPercent } from '../../report/formatNumber';
import type { MetricName } from '../release/metricName';

/** A level of a metric in its own unit: `1 %`, `800 ms`, `0.5`. */
export function levelText(name: MetricName, level: number): string {
  switch (name.kind) {
    case 'share':
      return formatPercent(level);
    case 'latency':
      return `${formatDecimal(level, 3)} ms`;
    case 'gauge':
      return formatDecimal(level, 3);
  }
}

/** `errors`, `p99 latency`. */
export function metricText(name: MetricName): string {
  switch (name.kind) {
    case 'share':
      if (name.metric === 'error-rate') return name.isComplement ? 'success' : 'errors';
      return name.metric;
    case 'latency':
      return `p${formatDecimal(name.quantile * 100, 3)} latency`;
    case 'gauge':
      return name.metric;
  }
}
