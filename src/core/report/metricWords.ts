import { isShareMetric } from '../experiment/plan/isShareMetric';
import type { Plan, PlanMetric } from '../experiment/plan/planSchema';
import { points, tidy } from './numberWords';

/** The metric with this name; every answer names one of the plan's. */
export function metricNamed({ metrics }: Plan, name: string): PlanMetric | undefined {
  return metrics.find((metric) => metric.name === name);
}

/** A difference for axes and tables, without its unit: points for shares, else the metric's own unit. */
export function differenceOf(metric: PlanMetric | undefined): (value: number) => string {
  return metric === undefined || isShareMetric(metric) ? points : tidy;
}

/** A difference in a sentence: `0.26 points`, `1.5`. */
export function differenceInWords(metric: PlanMetric | undefined, value: number): string {
  const text = differenceOf(metric)(value);
  return metric === undefined || isShareMetric(metric) ? `${text} points` : text;
}
