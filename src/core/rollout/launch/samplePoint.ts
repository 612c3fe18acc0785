import type { RandomStream } from '../../stats/random/randomStream';
import { sampleBeta } from '../../stats/random/sampleBeta';
import { sampleBinomial } from '../../stats/random/sampleBinomial';
import { sampleNormal } from '../../stats/random/sampleNormal';
import { latencyAtTail, slowedBy } from '../model/latency';
import type { Signal } from '../model/gate';
import type { LatencyPart, MetricBehaviour } from '../model/metricBehaviour';

/** One point of a metric's time series, and what it is of. */
export interface PointSituation {
  /** Requests in the step; scrapes of a gauge. */
  readonly count: number;
  /** How much of the fault shows, 0 to 1: 0 is the old version. */
  readonly intensity: number;
  /** All levels are so many times what they usually are. */
  readonly level: number;
  /** Share of requests that is bad because a dependency fails. */
  readonly outage: number;
  readonly seconds: number;
}

/**
 * The value of a signal over one step of a time series; NaN without requests. A quantile is drawn as what it is, an order
 * statistic: its upper tail has a beta distribution, so that no request needs to be drawn.
 *
 * Source of the order statistic: David and Nagaraja, Order Statistics, 3rd edition 2003, section 2.3.
 */
export function samplePoint(
  stream: RandomStream,
  signal: Signal,
  behaviour: MetricBehaviour,
  situation: PointSituation,
): number {
  const { count, intensity, level, outage, seconds } = situation;
  if (count === 0) return NaN;
  switch (behaviour.kind) {
    case 'share': {
      const own = Math.min(
        1,
        (behaviour.baseline + (behaviour.canary - behaviour.baseline) * intensity) * level,
      );
      const share = own + (1 - own) * outage;
      return shareValue(signal, sampleBinomial(stream, count, share), { count, seconds });
    }
    case 'latency': {
      const quantile = signal.kind === 'quantile' ? signal.quantile : 0.5;
      const rank = Math.max(1, Math.ceil(quantile * count - 1e-9));
      const tail = sampleBeta(stream, count - rank + 1, rank);
      return latencyAtTail(mixed(behaviour, intensity, level), tail) * signal.scale;
    }
    case 'gauge': {
      const mean =
        (behaviour.baseline + (behaviour.canary - behaviour.baseline) * intensity) * level;
      const deviation = behaviour.deviation / Math.sqrt(count);
      return (mean + deviation * sampleNormal(stream)) * signal.scale;
    }
  }
}

function shareValue(
  signal: Signal,
  bad: number,
  { count, seconds }: { readonly count: number; readonly seconds: number },
): number {
  switch (signal.kind) {
    case 'share':
      return ((signal.of === 'good' ? count - bad : bad) / count) * signal.scale;
    case 'count':
      return (signal.per === 'second' ? bad / seconds : bad) * signal.scale;
    default:
      return (bad / count) * signal.scale;
  }
}

function mixed(
  { baseline, canary }: Extract<MetricBehaviour, { readonly kind: 'latency' }>,
  intensity: number,
  level: number,
): readonly LatencyPart[] {
  const parts = (of: readonly LatencyPart[], share: number) =>
    of.map((part) => ({ ...part, share: part.share * share }));
  if (intensity === 0 || intensity === 1) {
    const all = intensity === 0 ? baseline : canary;
    return level === 1 ? all : slowedBy(all, level);
  }
  const both = [...parts(baseline, 1 - intensity), ...parts(canary, intensity)];
  return level === 1 ? both : slowedBy(both, level);
}
