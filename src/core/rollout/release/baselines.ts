import type { Gate } from '../model/gate';
import { latencyWith } from '../model/latency';
import type { LatencyPart, MetricBehaviour } from '../model/metricBehaviour';
import { metricNameOf } from './metricName';

/** Metrics in normal operation as `flaglab.yaml` has them. */
export type KnownMetrics = Readonly<
  Record<string, { readonly baseline: number; readonly traffic?: number | undefined }>
>;

/** How metrics stand in normal operation, and what of it is assumed. */
export interface Baselines {
  readonly metrics: Readonly<Record<string, MetricBehaviour>>;
  readonly assumptions: readonly string[];
  /** Requests a second, where one of the metrics says. */
  readonly requestsPerSecond: number | null;
}

const usualErrorRate = 0.002;
const usualLatencyMs = 250;

/** Baselines of all that the gates look at and of error rate: as known, else as usual, which is said. */
export function baselinesOf(
  known: KnownMetrics,
  gates: readonly Pick<Gate, 'signal' | 'verdicts'>[],
): Baselines {
  const metrics: Record<string, MetricBehaviour> = {};
  const assumptions: string[] = [];
  let requestsPerSecond: number | null = null;
  for (const [key, { baseline, traffic }] of Object.entries(known)) {
    const name = metricNameOf(key);
    requestsPerSecond ??= traffic ?? null;
    if (name === null) continue;
    if (name.kind === 'latency') metrics['latency'] = latency(latencyWith(name.quantile, baseline));
    else if (name.kind === 'gauge') metrics[name.metric] = gauge(baseline);
    else metrics[name.metric] = share(name.isComplement ? 1 - baseline : baseline);
  }
  const needed = new Set(['error-rate', ...gates.map(({ signal }) => signal.metric)]);
  for (const metric of needed) {
    if (metrics[metric] !== undefined) continue;
    const usual = usualOf(metric, gates);
    metrics[metric] = usual.behaviour;
    assumptions.push(usual.words);
  }
  return { metrics, assumptions, requestsPerSecond };
}

const share = (level: number): MetricBehaviour => ({
  kind: 'share',
  baseline: level,
  canary: level,
});
const gauge = (level: number): MetricBehaviour => ({
  kind: 'gauge',
  baseline: level,
  canary: level,
  deviation: level * 0.1,
});
const latency = (parts: readonly LatencyPart[]): MetricBehaviour => ({
  kind: 'latency',
  baseline: parts,
  canary: parts,
});

function usualOf(
  metric: string,
  gates: readonly Pick<Gate, 'signal' | 'verdicts'>[],
): { readonly behaviour: MetricBehaviour; readonly words: string } {
  const ask = `write it into flaglab.yaml, metrics`;
  if (metric === 'latency') {
    const gate = gates.find(({ signal }) => signal.kind === 'quantile');
    const quantile = gate?.signal.kind === 'quantile' ? gate.signal.quantile : 0.99;
    const limit = gate?.verdicts.breaks[0];
    const milliseconds =
      limit === undefined || !(limit > 0) ? usualLatencyMs : limit / (gate?.signal.scale ?? 1) / 2;
    return {
      behaviour: latency(latencyWith(quantile, milliseconds)),
      words: `latency p${quantile * 100} of ${Number(milliseconds.toPrecision(3))} ms normally, half of what the gate allows (${ask}.latencyP${quantile * 100})`,
    };
  }
  if (metric === 'saturation') {
    return { behaviour: gauge(0.5), words: `saturation of 0.5 normally (${ask}.saturation)` };
  }
  if (metric === 'conversion') {
    return { behaviour: share(0.05), words: `a conversion of 5 % normally (${ask}.conversion)` };
  }
  return {
    behaviour: share(usualErrorRate),
    words: `${usualErrorRate * 100} % errors normally (${ask}.errorRate)`,
  };
}
