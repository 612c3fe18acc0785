import type { KayentaLabel } from './kayentaMetric';

/** A judged metric: its label, its groups, and whether it failed critically. */
export interface JudgedMetric {
  readonly label: KayentaLabel;
  readonly groups: readonly string[];
  readonly critical: boolean;
}

/** Percent of metrics without data from which the canary fails. */
const mostWithoutData = 50;

/**
 * The score of a judgement, 0 to 100: the weighted mean over groups of the share of metrics that pass, rounded to two
 * decimals. A group without data counts as 100; a critical failure, or half of the metrics without data, gives 0. Groups
 * without a weight share what the others leave of 100.
 *
 * Source: Kayenta `WeightedSumScorer` at a69573be.
 */
export function scoreMetrics(
  metrics: readonly JudgedMetric[],
  groupWeights: Readonly<Record<string, number>>,
): number {
  if (metrics.some(({ critical, label }) => critical && label !== 'Pass')) return 0;
  const withoutData = metrics.filter(({ label }) => label === 'Nodata').length;
  if ((withoutData / metrics.length) * 100 >= mostWithoutData) return 0;
  const groups = [...new Set(metrics.flatMap((metric) => metric.groups))];
  const unweighted = groups.filter((group) => !Object.hasOwn(groupWeights, group));
  const given = Object.values(groupWeights).reduce((sum, weight) => sum + weight, 0);
  const rest = unweighted.length > 0 ? (100 - given) / unweighted.length : 0;
  const sum = groups.reduce((total, group) => {
    const weight = Object.hasOwn(groupWeights, group) ? (groupWeights[group] as number) : rest;
    return total + groupScore(metrics, group) * (weight / 100);
  }, 0);
  return Math.round(sum * 100) / 100;
}

function groupScore(metrics: readonly JudgedMetric[], group: string): number {
  const labels = metrics.flatMap(({ groups, label }) =>
    groups.filter((name) => name === group).map(() => label),
  );
  const judged = labels.filter((label) => label !== 'Nodata' && label !== 'Error');
  if (judged.length === 0) return 100;
  return (judged.filter((label) => label === 'Pass').length / judged.length) * 100;
}
