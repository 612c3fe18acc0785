import { exp } from '../../stats/elementary/exp';
import type { RandomStream } from '../../stats/random/randomStream';
import { sampleBeta } from '../../stats/random/sampleBeta';
import { sampleBinomial } from '../../stats/random/sampleBinomial';
import { sampleNormal } from '../../stats/random/sampleNormal';
import { latencyTail, slowedBy } from '../model/latency';
import type { Signal } from '../model/gate';
import type { MetricBehaviour } from '../model/metricBehaviour';
import type { Release } from '../model/release';

/** What is drawn of a metric for a stretch of time in which nothing changes. */
export interface SignalSampler {
  /** Sums over `count` requests or scrapes. */
  readonly draw: (stream: RandomStream, count: number, state: SignalState) => number[];
}

/** What is so while something is drawn. */
export interface SignalState {
  /** How much of the fault is there, 0 to 1. */
  readonly intensity: number;
  /** Levels over those of all users. */
  readonly bias: number;
  /** Share of requests that is bad because a dependency fails. */
  readonly outage: number;
}

/**
 * Prepares the draws of a signal for one launch, in which all levels are `level` times what they usually are. Null where the
 * release says nothing of the metric.
 *
 * `limits`: for a quantile the values, in milliseconds, whose exceedances are counted; an order statistic is above a limit
 * exactly if enough requests are, so that no request needs to be drawn.
 */
export function signalSampler(
  signal: Signal,
  {
    release,
    limits,
    level,
  }: { readonly release: Release; readonly limits: readonly number[]; readonly level: number },
): SignalSampler | null {
  const behaviour = release.metrics[signal.metric];
  if (behaviour === undefined) return null;
  switch (behaviour.kind) {
    case 'share':
      return shareSampler(behaviour, release, level);
    case 'latency':
      return latencySampler(behaviour, { release, limits, level });
    case 'gauge':
      return gaugeSampler(behaviour, release, level);
  }
}

/** The part of what is labelled as canary that shows the fault. */
function seen(intensity: number, release: Release): number {
  return intensity * (1 - release.telemetry.mislabelled);
}

function shareSampler(
  { baseline, canary }: Extract<MetricBehaviour, { readonly kind: 'share' }>,
  release: Release,
  level: number,
): SignalSampler {
  const { betweenIntervals, overdispersion } = release.noise;
  return {
    draw(stream, count, { intensity, bias, outage }) {
      let share = (baseline + (canary - baseline) * seen(intensity, release)) * level * bias;
      if (betweenIntervals > 0) share *= exp(betweenIntervals * sampleNormal(stream));
      share = Math.min(1, share);
      if (outage > 0) share += (1 - share) * outage;
      if (overdispersion > 0 && share > 0 && share < 1) {
        const weight = (1 - overdispersion) / overdispersion;
        share = sampleBeta(stream, share * weight, (1 - share) * weight);
      }
      return [sampleBinomial(stream, count, share)];
    },
  };
}

function latencySampler(
  { baseline, canary }: Extract<MetricBehaviour, { readonly kind: 'latency' }>,
  {
    release,
    limits,
    level,
  }: { readonly release: Release; readonly limits: readonly number[]; readonly level: number },
): SignalSampler {
  const { betweenIntervals } = release.noise;
  const tailsAt = (factor: number) =>
    limits.map((limit) => ({
      baseline: latencyTail(slowedBy(baseline, factor), limit),
      canary: latencyTail(slowedBy(canary, factor), limit),
    }));
  const usual = tailsAt(level);
  return {
    draw(stream, count, { intensity, bias }) {
      const common = betweenIntervals > 0 ? exp(betweenIntervals * sampleNormal(stream)) : 1;
      const tails = common * bias === 1 ? usual : tailsAt(level * common * bias);
      let above = count;
      let tailBefore = 1;
      return tails.map((tail) => {
        const share = tail.baseline + (tail.canary - tail.baseline) * seen(intensity, release);
        const conditional = tailBefore > 0 ? Math.min(1, share / tailBefore) : 0;
        above = sampleBinomial(stream, above, conditional);
        tailBefore = share;
        return above;
      });
    },
  };
}

function gaugeSampler(
  { baseline, canary, deviation }: Extract<MetricBehaviour, { readonly kind: 'gauge' }>,
  release: Release,
  level: number,
): SignalSampler {
  const { betweenIntervals } = release.noise;
  return {
    draw(stream, count, { intensity, bias }) {
      const common = betweenIntervals > 0 ? exp(betweenIntervals * sampleNormal(stream)) : 1;
      const mean =
        (baseline + (canary - baseline) * seen(intensity, release)) * level * common * bias;
      return [count * mean + deviation * Math.sqrt(count) * sampleNormal(stream)];
    },
  };
}
