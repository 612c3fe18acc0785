import { latencyAtTail, latencyWith, slowedBy } from '../model/latency';
import type { MetricBehaviour } from '../model/metricBehaviour';
import type { ReleaseChange } from './releaseChange';
import type { MetricName } from './metricName';

type Metrics = Readonly<Record<string, MetricBehaviour>>;

/** Where a metric stands, in shares or milliseconds: normally, or in the release under test. */
export function levelOf(metrics: Metrics, name: MetricName, arm: 'baseline' | 'canary'): number {
  const behaviour = metrics[name.metric];
  switch (behaviour?.kind) {
    case 'share':
      return name.kind === 'share' && name.isComplement ? 1 - behaviour[arm] : behaviour[arm];
    case 'latency':
      return latencyAtTail(behaviour[arm], 1 - (name.kind === 'latency' ? name.quantile : 0.99));
    case 'gauge':
      return behaviour[arm];
    case undefined:
      return NaN;
  }
}

/** The metrics with one of them at `level` in the release under test: a latency is slowed as a whole, so that its quantile is there. */
export function withLevel(metrics: Metrics, name: MetricName, level: number): Metrics {
  const behaviour = metrics[name.metric];
  if (behaviour === undefined) return metrics;
  return { ...metrics, [name.metric]: changed(metrics, behaviour, name, level) };
}

function changed(
  metrics: Metrics,
  behaviour: MetricBehaviour,
  name: MetricName,
  level: number,
): MetricBehaviour {
  if (behaviour.kind === 'latency') {
    const factor = level / levelOf(metrics, name, 'baseline');
    return { ...behaviour, canary: slowedBy(behaviour.baseline, factor) };
  }
  if (behaviour.kind === 'gauge') return { ...behaviour, canary: level };
  const share = name.kind === 'share' && name.isComplement ? 1 - level : level;
  return { ...behaviour, canary: Math.min(1, Math.max(0, share)) };
}

/** The metrics under a change. One that nothing is known of stands at the level it is changed to, from as usual. */
export function withChange(metrics: Metrics, { name, kind, value }: ReleaseChange): Metrics {
  const known =
    metrics[name.metric] === undefined ? { ...metrics, [name.metric]: unknown(name) } : metrics;
  const baseline = levelOf(known, name, 'baseline');
  const levels = { level: value, added: baseline + value, times: baseline * value };
  return withLevel(known, name, Math.max(name.kind === 'latency' ? 0.001 : 0, levels[kind]));
}

function unknown(name: MetricName): MetricBehaviour {
  switch (name.kind) {
    case 'share':
      return { kind: 'share', baseline: 0.05, canary: 0.05 };
    case 'latency':
      return {
        kind: 'latency',
        baseline: latencyWith(name.quantile, 250),
        canary: latencyWith(name.quantile, 250),
      };
    case 'gauge':
      return { kind: 'gauge', baseline: 0.5, canary: 0.5, deviation: 0.05 };
  }
}
