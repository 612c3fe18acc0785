import type { ChartDescription, ChartLayer } from '../../../report/chart/chartDescription';
import { formatPercent } from '../../../report/formatNumber';
import type { OperatingPoint } from '../../assess/operatingCurve';
import type { SmallestCaught } from '../../assess/smallestCaught';
import type { MetricName } from '../../release/metricName';
import { levelText, metricText } from '../levelText';
import { chanceText } from '../rolloutSentence';

/** What the curve is drawn of. */
export interface CurveToDraw {
  readonly metric: MetricName;
  readonly normal: number;
  readonly underTest: number;
  readonly curve: readonly OperatingPoint[];
  /** Null where none is; left out where it is not known yet. */
  readonly smallestCaught?: SmallestCaught | null | undefined;
}

const wanted = 0.8;

/** The chance of being rolled back by severity, with where the metric stands now. */
export function operatingCurveChart({
  metric,
  normal,
  underTest,
  curve,
  smallestCaught,
}: CurveToDraw): ChartDescription {
  const name = metricText(metric);
  const points = curve.map(({ level, probabilityOfRollback: y }) => ({ x: level, y }));
  const isSimulated = curve.some(({ standardError }) => standardError > 0);
  const band: readonly ChartLayer[] = isSimulated
    ? [
        {
          kind: 'band',
          label: '± 2 standard errors',
          points: curve.map(({ level, probabilityOfRollback, standardError }) => ({
            x: level,
            low: Math.max(0, probabilityOfRollback - 2 * standardError),
            high: Math.min(1, probabilityOfRollback + 2 * standardError),
          })),
        },
      ]
    : [];
  const last = curve.at(-1)?.level ?? normal;
  const caught =
    smallestCaught === null
      ? `No level of ${name} up to ${levelText(metric, last)} is rolled back in ${formatPercent(wanted)} of launches. `
      : smallestCaught === undefined
        ? ''
        : `From ${levelText(metric, smallestCaught.level)} ${name} on, ${formatPercent(wanted)} of launches are rolled back. `;
  return {
    id: 'operating-curve',
    title: 'What it catches',
    summary: `${caught}Now: ${levelText(metric, normal)}. ${isSimulated ? 'Simulated.' : 'Exact.'}`,
    x: { label: name, show: (level) => levelText(metric, level) },
    y: { label: 'rolled back', show: formatPercent },
    yIncludes: [0, 1],
    layers: [
      ...band,
      {
        kind: 'target',
        y: wanted,
        label: formatPercent(wanted),
        end: underTest < normal ? 'right' : 'left',
        side: 'above',
      },
      { kind: 'line', points },
      { kind: 'upright', x: normal, label: 'now' },
      ...(!smallestCaught
        ? []
        : [
            {
              kind: 'mark',
              at: { x: smallestCaught.level, y: wanted },
              label: levelText(metric, smallestCaught.level),
              side: 'right',
            } as const,
          ]),
    ],
    table: {
      columns: [name, 'rolled back', 'standard error'],
      rows: curve.map(({ level, probabilityOfRollback, standardError }) => [
        levelText(metric, level),
        chanceText(probabilityOfRollback),
        standardError === 0 ? 'exact' : formatPercent(standardError),
      ]),
    },
  };
}
