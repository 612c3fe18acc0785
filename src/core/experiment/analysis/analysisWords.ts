import { formatDecimal, formatPercent } from '../../report/formatNumber';
import type { Plan, PlanMetric } from '../plan/planSchema';
import type { ComparisonAnswer } from './analysis';

/** A p-value for people: three digits, never 0. */
export function pInWords(p: number): string {
  return p < 1e-15 ? '< 1e-15' : String(Number(p.toPrecision(3)));
}

/** `p = 0.0013`, `p < 1e-15`. */
export function pEquation(name: string, p: number): string {
  return p < 1e-15 ? `${name} ${pInWords(p)}` : `${name} = ${pInWords(p)}`;
}

export function metricNamed(plan: Plan, name: string): PlanMetric {
  return plan.metrics.find((metric) => metric.name === name) as PlanMetric;
}

function isShare({ kind }: PlanMetric): boolean {
  return kind === 'proportion';
}

/** A value of a metric in one variant. */
export function valueInWords(metric: PlanMetric, value: number): string {
  return isShare(metric) ? `${formatDecimal(100 * value, 4)} %` : formatDecimal(value, 5);
}

function signed(text: string, value: number): string {
  return value > 0 ? `+${text}` : text;
}

/** A difference on the scale of a test: `+0.31 points`, `+4.1 %`, a ratio or a chance. */
export function effectInWords(
  metric: PlanMetric,
  scale: ComparisonAnswer['scale'],
  value: number,
): string {
  if (value === Infinity || value === -Infinity) return 'no bound';
  if (scale === 'relative') return signed(formatPercent(value), value);
  if (scale === 'ratio' || scale === 'probability') return formatDecimal(value, 5);
  return isShare(metric)
    ? signed(`${formatDecimal(100 * value, 4)} points`, value)
    : signed(formatDecimal(value, 5), value);
}

/** What an interval or a p-value of a comparison is on. */
export function scaleInWords(scale: ComparisonAnswer['scale']): string {
  switch (scale) {
    case 'difference':
      return '';
    case 'relative':
      return 'relative change ';
    case 'ratio':
      return 'ratio ';
    case 'probability':
      return 'chance to be above control ';
  }
}

/** `0.12 to 0.5 points`, with the words that an open end has. */
export function intervalInWords(metric: PlanMetric, answer: ComparisonAnswer): string {
  const { interval, scale } = answer;
  if (interval === null) return 'none';
  const { low, high } = interval;
  if (high === Infinity) return `at least ${effectInWords(metric, scale, low)}`;
  if (low === -Infinity) return `at most ${effectInWords(metric, scale, high)}`;
  return `${effectInWords(metric, scale, low)} to ${effectInWords(metric, scale, high)}`;
}
