import { type MetricName, metricNameOf } from './metricName';

/** What a release does to a metric: a level of its own, something added, or a multiple. Shares 0 to 1, latencies in ms. */
export interface ReleaseChange {
  readonly name: MetricName;
  readonly kind: 'level' | 'added' | 'times';
  readonly value: number;
}

/** Units and what they are in shares or milliseconds. */
const units: Readonly<Record<string, number>> = { '%': 0.01, ms: 1, s: 1000, '': 1 };

/**
 * Reads `error-rate=1%`, `error-rate=+0.5%`, `latency-p99=800ms`, `latency=x1.5`: a bare level is absolute, a signed one is
 * added to the baseline, one with `x` multiplies it. Null where it is none of these.
 */
export function parseReleaseChange(text: string): ReleaseChange | null {
  const [, metric = '', sign = '', digits = '', unit = ''] =
    /^([\w. -]+)=([-+x]?)(\d+(?:\.\d+)?)\s*(%|ms|s)?$/i.exec(text.trim()) ?? [];
  const name = metricNameOf(metric.trim());
  const factor = units[unit.toLowerCase()];
  if (name === null || digits === '' || factor === undefined) return null;
  if (sign.toLowerCase() === 'x') {
    return unit === '' ? { name, kind: 'times', value: Number(digits) } : null;
  }
  const isTime = unit !== '' && unit !== '%';
  if (isTime !== (name.kind === 'latency')) return null;
  const size = Number(digits) * factor;
  const level = { name, kind: 'level', value: size } as const;
  const change =
    sign === '' ? level : ({ name, kind: 'added', value: sign === '-' ? -size : size } as const);
  return isPossible(change) ? change : null;
}

function isPossible({ name, kind, value }: ReleaseChange): boolean {
  return name.kind !== 'share' || (Math.abs(value) <= 1 && (kind !== 'level' || value >= 0));
}
