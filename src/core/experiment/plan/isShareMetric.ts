import type { PlanMetric } from './planSchema';

/** Kinds whose values are shares: shown in per cent, their differences in percentage points. */
export function isShareMetric({ kind }: Pick<PlanMetric, 'kind'>): boolean {
  return kind === 'proportion' || kind === 'time-to-event';
}
