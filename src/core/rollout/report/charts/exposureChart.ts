import type { ChartDescription } from '../../../report/chart/chartDescription';
import { formatCount } from '../../../report/formatNumber';
import type { RolloutResult } from '../../simulate/rolloutResult';

/** How many requests the new version answers before a launch of the release under test ends. */
export function exposureChart({ exposures, outcomes, launches }: RolloutResult): ChartDescription {
  const hangs = exposures.some(({ waiting }) => waiting > 0);
  const series = ['rolled back', 'promoted', ...(hangs ? ['hangs'] : [])];
  const mean = outcomes.meanRequestsExposed;
  return {
    id: 'exposure',
    title: 'Whom it hurts before',
    summary: `Requests that the new version answers before the launch ends${mean === null ? '' : `: ${formatCount(mean)} on average`}; ${formatCount(launches)} launches of the release under test.`,
    x: { label: 'requests exposed', show: formatCount },
    y: { label: 'launches', show: formatCount, whole: true },
    yIncludes: [0],
    layers: [
      {
        kind: 'bars',
        series,
        bars: exposures.map(({ from, to, rolledBack, promoted, waiting }) => ({
          from,
          to,
          values: [rolledBack, promoted, ...(hangs ? [waiting] : [])],
        })),
      },
      { kind: 'base', y: 0 },
    ],
    table: {
      columns: ['requests exposed', ...series],
      rows: exposures
        .filter(({ rolledBack, promoted, waiting }) => rolledBack + promoted + waiting > 0)
        .map(({ from, to, rolledBack, promoted, waiting }) => [
          `${formatCount(from)} to ${formatCount(to)}`,
          formatCount(rolledBack),
          formatCount(promoted),
          ...(hangs ? [formatCount(waiting)] : []),
        ]),
    },
  };
}
