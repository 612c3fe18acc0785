import { sampleBinomial } from '../../stats/random/sampleBinomial';
import type { LaunchDriver } from '../launch/launchDriver';
import { biasFactor, faultIntensity, outageShare } from '../launch/launchSetting';
import { requestsBetween, secondsForRequests } from '../launch/trafficRate';
import type { SequentialMetric, SequentialSettings } from '../strategies/sequentialSettings';
import type { Controller, LaunchEnding } from './controller';
import { EvidenceOfMore } from './evidenceOfMore';

/**
 * Flaglab's own judge: looks at both versions at each interval and rolls back once the evidence is strong enough that
 * the new one has more bad requests than the old one, or than an absolute limit. Always valid: however long it runs, a
 * release that is no worse is rolled back with at most the chance asked for.
 *
 * Formula: given the bad requests of both versions in an interval, those of the new one are binomial with chance
 * n r / (n r + m), r the ratio of the shares (exact for rare ones, cautious for others); `EvidenceOfMore` of r, and of the
 * share itself. Each of the two, of each metric, has its part of the rate of false aborts.
 */
export const sequentialJudge: Controller<SequentialSettings> = {
  id: 'sequential',
  name: 'Flaglab sequential judge',
  run: runSequential,
  gates: ({ metrics, intervalSeconds }) =>
    metrics.map(({ metric, limit }) => ({
      name: metric,
      signal: { kind: 'share', metric, of: 'bad', scale: 1 } as const,
      windowSeconds: intervalSeconds,
      verdicts: {
        breaks: limit === null ? [] : [limit],
        at: limit === null ? [] : (['pass'] as const),
        between: limit === null ? (['pass'] as const) : (['pass', 'fail'] as const),
        empty: 'pass' as const,
        notANumber: 'pass' as const,
      },
    })),
  chances: () => null,
};

interface Judged {
  readonly metric: SequentialMetric;
  readonly ratio: EvidenceOfMore;
  readonly share: EvidenceOfMore;
}

function runSequential(settings: SequentialSettings, launch: LaunchDriver): LaunchEnding {
  const { steps, intervalSeconds, falseAbortRate, metrics } = settings;
  const tests = metrics.reduce((sum, { limit }) => sum + (limit === null ? 1 : 2), 0);
  const strength = tests / falseAbortRate;
  const judged = metrics.map((metric): Judged => ({
    metric,
    ratio: new EvidenceOfMore(),
    share: new EvidenceOfMore(),
  }));
  for (const { weight, holdSeconds, minimumRequests = 0, approval = false } of steps) {
    launch.setShare(weight / 100);
    const share = weight / 100;
    const needed = secondsForRequests(launch.setting.traffic, {
      from: launch.time,
      share,
      requests: minimumRequests,
    });
    const end = launch.time + Math.max(holdSeconds, needed);
    while (launch.time < end) {
      const from = launch.time;
      launch.advanceTo(Math.min(end, from + intervalSeconds));
      for (const one of judged) look(one, launch.time - from, launch);
      if (judged.some(({ ratio, share }) => ratio.reaches(strength) || share.reaches(strength))) {
        launch.rollBack();
        return 'rolled-back';
      }
    }
    if (approval) launch.advanceTo(launch.time + launch.setting.traffic.approvalSeconds);
  }
  launch.setShare(1);
  return 'promoted';
}

/** Draws what both versions had in the last `seconds`, and adds it to the evidence. */
function look({ metric, ratio, share }: Judged, seconds: number, launch: LaunchDriver): void {
  const { traffic, release } = launch.setting;
  const behaviour = release.metrics[metric.metric];
  if (behaviour?.kind !== 'share') return;
  const requests = requestsBetween(traffic, launch.time - seconds, launch.time);
  const canary = Math.round(launch.share * requests);
  const control = Math.round((1 - launch.share) * requests);
  const { missing, mislabelled } = release.telemetry;
  if (canary === 0 || (missing > 0 && launch.stream.nextUnit() < missing)) return;
  const middle = launch.time - seconds / 2;
  const full = faultIntensity(launch.setting, middle, canary / seconds);
  const outage = outageShare(release.outage, middle);
  const at = (intensity: number, bias: number) => {
    const level = behaviour.baseline + (behaviour.canary - behaviour.baseline) * intensity;
    const own = Math.min(1, level * launch.level * bias);
    return own + (1 - own) * outage;
  };
  const shown = at(full * (1 - mislabelled), biasFactor(release, null));
  const bad = sampleBinomial(launch.stream, canary, shown);
  const { limit, largestRatio } = metric;
  if (limit !== null) share.add(bad, canary, (times) => Math.min(1, limit * times));
  if (control === 0) return;
  const controlBad = sampleBinomial(launch.stream, control, at(full * mislabelled, 1));
  ratio.add(bad, bad + controlBad, (times) => {
    const weighted = canary * largestRatio * times;
    return weighted / (weighted + control);
  });
}
