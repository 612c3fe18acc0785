import type { PlanMetric } from '../../plan/planSchema';

/** What is wrong with a metric's value in a row of a unit, in words; null where nothing is. */
export function valueProblem(metric: PlanMetric, value: number): string | null {
  switch (metric.kind) {
    case 'proportion':
      return value === 0 || value === 1
        ? null
        : 'a proportion is 1 where the unit did it and 0 where it did not. For counts of many units write variant,users,' +
            metric.name;
    case 'count':
    case 'rate':
      return value >= 0 && Number.isInteger(value) ? null : 'events are whole numbers from 0';
    case 'mean':
    case 'ratio':
    case 'revenue':
    case 'quantile':
    case 'rank':
    case 'time-to-event':
      return null;
  }
}

/** What is wrong with a denominator, in words. */
export function denominatorProblem(metric: PlanMetric, value: number): string | null {
  if (metric.kind === 'rate') return value > 0 ? null : 'an exposure is above 0';
  return value >= 0 ? null : 'a denominator is 0 or more';
}
