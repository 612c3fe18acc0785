import { formatDecimal } from '../../report/formatNumber';
import { isShareMetric } from '../plan/isShareMetric';
import type { PlanMetric } from '../plan/planSchema';

/** A value or a difference of a metric for people: `5.2 %`, `0.26 percentage points`, `850`. */
export function metricValue(
  metric: PlanMetric,
  value: number,
  what: 'value' | 'difference' = 'value',
): string {
  if (!isShareMetric(metric)) return formatDecimal(value, 6);
  const percent = formatDecimal(value * 100, 6);
  if (what === 'value') return `${percent} %`;
  return `${percent} percentage ${Math.abs(Number(percent)) === 1 ? 'point' : 'points'}`;
}
