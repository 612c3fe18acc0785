import type { ArgoAnalysisRun } from '../controllers/argoAnalysisRun';
import { runArgo } from '../controllers/runArgo';
import { LaidOutLaunch, type PlannedCheck } from '../launch/laidOutLaunch';
import { isSteady, type LaunchSetting } from '../launch/launchSetting';
import type { ArgoMetric, ArgoSettings } from '../strategies/argoSettings';
import { gateChances } from './gateChances';
import type { RolloutChances } from './rolloutChances';
import { zeros } from './zeros';

/** A metric of one run of an analysis, with its measurements where none fails. */
interface Series {
  readonly run: ArgoAnalysisRun;
  readonly metric: ArgoMetric;
  readonly checks: PlannedCheck[];
}

/**
 * Chances of an Argo rollout whose measurements are independent: windows no longer than the interval, nothing that changes
 * with time, no measurement that can be inconclusive or in error by chance. Null elsewhere.
 *
 * Formula: failed measurements of each metric are Poisson-binomial; it fails with number failureLimit + 1; the metrics
 * are independent, the first to fail aborts.
 */
export function argoChances(settings: ArgoSettings, setting: LaunchSetting): RolloutChances | null {
  if (!isSteady(setting)) return null;
  const series = layOut(settings, setting);
  if (series === null) return null;
  const failures: (readonly { readonly seconds: number; readonly chance: number }[])[] = [];
  for (const { metric, checks } of series) {
    if (metric.dryRun) continue;
    const one = failureTimes(metric, checks, setting);
    if (one === null) return null;
    failures.push(one);
  }
  const times = [...new Set(failures.flat().map(({ seconds }) => seconds))].sort((a, b) => a - b);
  let alive = 1;
  const rollbackAt = times.map((seconds) => {
    const until = failures.reduce((product, one) => product * (1 - chanceBy(one, seconds)), 1);
    const chance = Math.max(0, alive - until);
    alive = until;
    return { seconds, chance };
  });
  const rollback = rollbackAt.reduce((sum, { chance }) => sum + chance, 0);
  return {
    rollback,
    promotion: 1 - rollback,
    waiting: 0,
    rollbackAt: rollbackAt.filter(({ chance }) => chance > 0),
    formula: 'the chance of more failed measurements than failureLimit among those planned',
  };
}

/** The measurements of a launch in which all passes; null where it does not come to its end so. */
function layOut(settings: ArgoSettings, setting: LaunchSetting): readonly Series[] | null {
  const launch = new LaidOutLaunch(setting);
  const series: Series[] = [];
  const ending = runArgo(settings, launch, (run, metric) => {
    let found = series.find((one) => one.run === run && one.metric === metric);
    if (found === undefined) {
      found = { run, metric, checks: [] };
      series.push(found);
    }
    const check = launch.checks.at(-1);
    if (check !== undefined) found.checks.push(check);
  });
  return ending === 'promoted' ? series : null;
}

function failureTimes(
  metric: ArgoMetric,
  checks: readonly PlannedCheck[],
  setting: LaunchSetting,
): readonly { readonly seconds: number; readonly chance: number }[] | null {
  const { gate, failureLimit, consecutiveSuccessLimit } = metric;
  if (consecutiveSuccessLimit > 0) return null;
  if (failureLimit < 0) return [];
  // counts[f]: the chance of f failures so far.
  let counts = zeros(failureLimit + 1);
  counts[0] = 1;
  const times: { readonly seconds: number; readonly chance: number }[] = [];
  let previous = -Infinity;
  for (const { time, count } of checks) {
    const chances = gateChances(gate, count, setting.release);
    if (chances === null || chances.inconclusive > 0) return null;
    if (chances.error > 0 && chances.error < 1) return null;
    if (chances.error === 1) continue;
    if (gate.windowSeconds > time - previous + 1e-9) return null;
    previous = time;
    const q = chances.fail;
    times.push({ seconds: time, chance: (counts[failureLimit] as number) * q });
    counts = counts.map(
      (chance, f) => chance * (1 - q) + (f > 0 ? (counts[f - 1] as number) * q : 0),
    );
  }
  return times;
}

function chanceBy(
  one: readonly { readonly seconds: number; readonly chance: number }[],
  seconds: number,
): number {
  let sum = 0;
  for (const step of one) if (step.seconds <= seconds) sum += step.chance;
  return sum;
}
