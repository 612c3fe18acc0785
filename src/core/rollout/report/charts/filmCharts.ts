import type {
  ChartDescription,
  ChartLayer,
  ChartPoint,
} from '../../../report/chart/chartDescription';
import { formatCount, formatDecimal, formatPercent } from '../../../report/formatNumber';
import { formatDuration } from '../formatDuration';
import type { Gate } from '../../model/gate';
import type { FilmCheck, RolloutFilm } from '../../simulate/rolloutFilm';

/** Pictures of more metrics than these are left out. */
const mostMetrics = 4;

/** How a launch ends, in words. */
export const filmEndings = {
  'rolled-back': 'rolled back',
  promoted: 'promoted',
  waiting: 'hangs in a pause',
} as const;

/** Minutes or hours, whatever people would say of so long a launch. */
function clock(seconds: number): { readonly unit: string; readonly size: number } {
  if (seconds <= 300) return { unit: 'seconds', size: 1 };
  if (seconds <= 4 * 3600) return { unit: 'minutes', size: 60 };
  return seconds <= 3 * 86_400 ? { unit: 'hours', size: 3600 } : { unit: 'days', size: 86_400 };
}

/** One simulated launch: its weight, and each metric of both versions; `until` (seconds) is a moment that is marked. */
export function filmCharts(
  film: RolloutFilm,
  until: number | null = null,
): readonly ChartDescription[] {
  const gates = film.gates.filter(({ name }) => film.checks.some(({ gate }) => gate === name));
  return [
    weightChart(film, until),
    ...gates.slice(0, mostMetrics).map((gate, i) => metricChart(film, { gate, index: i, until })),
  ];
}

function marked(film: RolloutFilm, until: number | null): readonly ChartLayer[] {
  const { size } = clock(film.seconds);
  return until === null || until >= film.seconds
    ? []
    : [{ kind: 'upright', x: until / size, label: 'here' }];
}

function timeAxis(film: RolloutFilm) {
  const { unit } = clock(film.seconds);
  return { label: `${unit} since the start`, show: (x: number) => formatDecimal(x, 3) };
}

/** A line that is level between changes. */
function stairs(film: RolloutFilm): readonly ChartPoint[] {
  const { size } = clock(film.seconds);
  return film.weights.flatMap(({ time, share }, i) => {
    const end = film.weights[i + 1]?.time ?? film.seconds;
    return [
      { x: time / size, y: share },
      { x: end / size, y: share },
    ];
  });
}

function weightChart(film: RolloutFilm, until: number | null): ChartDescription {
  const ended = `${filmEndings[film.ending]} after ${formatDuration(film.seconds)}`;
  return {
    id: 'film-weight',
    title: 'Share of traffic',
    summary: `One simulated launch: ${ended}, with ${formatCount(film.requests)} requests exposed.`,
    x: timeAxis(film),
    y: { label: 'new version', show: formatPercent },
    yIncludes: [0, 1],
    layers: [
      { kind: 'line', points: stairs(film) },
      { kind: 'base', y: 0 },
      ...marked(film, until),
    ],
    table: {
      columns: ['time', 'share of traffic'],
      rows: film.weights.map(({ time, share }) => [formatDuration(time), formatPercent(share)]),
    },
  };
}

function metricChart(
  film: RolloutFilm,
  {
    gate,
    index,
    until,
  }: { readonly gate: Gate; readonly index: number; readonly until: number | null },
): ChartDescription {
  const { size } = clock(film.seconds);
  const checks = film.checks.filter((check) => check.gate === gate.name);
  const at = (value: (check: FilmCheck) => number | null): readonly ChartPoint[] =>
    checks.flatMap((check) => {
      const y = value(check);
      return y === null ? [] : [{ x: check.time / size, y }];
    });
  const failed = checks.filter(({ verdict }) => verdict === 'fail');
  const missing = checks.filter(({ verdict }) => verdict === 'error').length;
  const limits = gate.verdicts.breaks;
  const said = `${gate.name}: ${formatCount(failed.length)} of ${formatCount(checks.length)} checks failed${missing > 0 ? `, ${formatCount(missing)} without data` : ''}.`;
  const show = (value: number) => formatDecimal(value, 4);
  return {
    id: `film-metric-${index}`,
    title: gate.name,
    summary: `${said} The new version with dots, the old one dashed; failed checks are large${limits.length > 0 ? `, the limit is ${limits.map(show).join(' and ')}` : ''}.`,
    x: timeAxis(film),
    y: { label: gate.name, show },
    yIncludes: limits,
    xIncludes: [0, film.seconds / size],
    layers: [
      ...limits.map(
        (y) =>
          ({ kind: 'target', y, label: `limit ${show(y)}`, end: 'left', side: 'above' }) as const,
      ),
      { kind: 'line', points: at(({ oldValue }) => oldValue), style: 'dashed' },
      { kind: 'line', points: at(({ value }) => value), style: 'dots' },
      ...(failed.length === 0
        ? []
        : [
            {
              kind: 'intervals',
              label: 'failed check',
              points: failed.flatMap(({ time, value: y }) =>
                y === null ? [] : [{ x: time / size, y, low: y, high: y, strong: true } as const],
              ),
            } as const,
          ]),
      ...marked(film, until),
    ],
    table: {
      columns: ['time', 'new version', 'old version', 'verdict', 'requests'],
      rows: checks.map(({ time, value, oldValue, verdict, count }) => [
        formatDuration(time),
        value === null ? '-' : show(value),
        oldValue === null ? '-' : show(oldValue),
        verdict,
        formatCount(count),
      ]),
    },
  };
}
