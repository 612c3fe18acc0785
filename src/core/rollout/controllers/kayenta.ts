import { exp } from '../../stats/elementary/exp';
import type { RandomStream } from '../../stats/random/randomStream';
import { sampleNormal } from '../../stats/random/sampleNormal';
import { classifyMetric } from '../kayenta/classifyMetric';
import { prepareValues } from '../kayenta/prepareValues';
import { type JudgedMetric, scoreMetrics } from '../kayenta/scoreMetrics';
import type { LaunchDriver } from '../launch/launchDriver';
import { biasFactor, faultIntensity, outageShare } from '../launch/launchSetting';
import { samplePoint } from '../launch/samplePoint';
import { requestsBetween } from '../launch/trafficRate';
import type { VerdictTable } from '../model/verdictTable';
import type { KayentaCanaryMetric, KayentaSettings } from '../strategies/kayentaSettings';
import type { Controller, LaunchEnding } from './controller';

/**
 * Spinnaker's canary stage with Kayenta's judge: a score at each interval; one below marginal ends it, and the last has to
 * reach pass.
 *
 * Source: spinnaker/kayenta at a69573be; spinnaker.io, canary stage.
 */
export const kayenta: Controller<KayentaSettings> = {
  id: 'kayenta',
  name: 'Kayenta',
  run: runKayenta,
  gates: ({ metrics, stepSeconds }) =>
    metrics.map(({ name, signal }) => ({
      name,
      signal,
      windowSeconds: stepSeconds,
      verdicts: anyValue,
    })),
  chances: () => null,
};

/** Metrics are compared, not bounded. */
const anyValue: VerdictTable = {
  breaks: [],
  at: [],
  between: ['pass'],
  empty: 'pass',
  notANumber: 'pass',
};

/** Time series of one metric, a point a step. */
interface Series {
  readonly metric: KayentaCanaryMetric;
  readonly canary: number[];
  readonly baseline: number[];
}

function runKayenta(settings: KayentaSettings, launch: LaunchDriver): LaunchEnding {
  const { weight, warmUpSeconds, lifetimeSeconds, intervalSeconds, stepSeconds } = settings;
  launch.setShare(weight / 100);
  launch.advanceTo(warmUpSeconds);
  const series = settings.metrics.map((metric): Series => ({ metric, canary: [], baseline: [] }));
  const end = warmUpSeconds + lifetimeSeconds;
  let judgedAt = warmUpSeconds + Math.min(intervalSeconds, lifetimeSeconds);
  for (;;) {
    while (launch.time + stepSeconds <= judgedAt + 1e-9) {
      launch.advanceTo(launch.time + stepSeconds);
      for (const one of series) addPoint(one, settings, launch);
    }
    launch.advanceTo(judgedAt);
    const score = judge(series, settings, launch.stream);
    const isLast = judgedAt >= end - 1e-9;
    if (score < settings.marginal || (isLast && score < settings.pass)) {
      launch.rollBack();
      return 'rolled-back';
    }
    if (isLast) break;
    judgedAt = Math.min(end, judgedAt + intervalSeconds);
  }
  launch.setShare(1);
  return 'promoted';
}

function addPoint(
  { metric, canary, baseline }: Series,
  { weight, stepSeconds }: KayentaSettings,
  launch: LaunchDriver,
): void {
  const { traffic, release } = launch.setting;
  const { stream } = launch;
  const behaviour = release.metrics[metric.signal.metric];
  const { missing, mislabelled, scrapeSeconds } = release.telemetry;
  const isMissing = () => missing > 0 && stream.nextUnit() < missing;
  if (behaviour === undefined) {
    canary.push(NaN);
    baseline.push(NaN);
    return;
  }
  const seconds = stepSeconds;
  const from = launch.time - seconds;
  const requests = (weight / 100) * requestsBetween(traffic, from, launch.time);
  const count =
    behaviour.kind === 'gauge'
      ? Math.max(1, Math.round(seconds / scrapeSeconds))
      : Math.round(requests);
  const { betweenIntervals } = release.noise;
  const common = betweenIntervals > 0 ? exp(betweenIntervals * sampleNormal(stream)) : 1;
  const level = launch.level * common;
  const middle = launch.time - seconds / 2;
  const full = faultIntensity(launch.setting, middle, requests / seconds);
  const outage = outageShare(release.outage, middle);
  const draw = (intensity: number, bias: number) =>
    isMissing()
      ? NaN
      : samplePoint(stream, metric.signal, behaviour, {
          count,
          intensity,
          level: level * bias,
          outage,
          seconds,
        });
  canary.push(draw(full * (1 - mislabelled), biasFactor(release, null)));
  baseline.push(draw(full * mislabelled, 1));
}

function judge(
  series: readonly Series[],
  { lookbackSeconds, stepSeconds, groupWeights }: KayentaSettings,
  stream: RandomStream,
): number {
  const judged: JudgedMetric[] = [];
  for (const { metric, canary, baseline } of series) {
    if (metric.muted) continue;
    const first =
      lookbackSeconds === null
        ? 0
        : Math.max(0, canary.length - Math.round(lookbackSeconds / stepSeconds));
    const samples = {
      experiment: prepareValues(Float64Array.from(canary.slice(first)), metric.judge),
      control: prepareValues(Float64Array.from(baseline.slice(first)), metric.judge),
    };
    const { label, critical } = classifyMetric(samples, metric.judge, {
      standardNormal: () => sampleNormal(stream),
    });
    judged.push({ label, critical, groups: metric.groups });
  }
  return judged.length === 0 ? 100 : scoreMetrics(judged, groupWeights);
}
