import { assertNever } from '../../../model/assertNever';
import type { PlanLaunch } from '../../../experiment/plan/launchSchema';
import type { Gate, Signal } from '../../model/gate';
import type { RolloutTraffic } from '../../model/rolloutTraffic';
import type { VerdictTable } from '../../model/verdictTable';
import { type MetricName, metricNameOf } from '../../release/metricName';
import type { FixedStep, FixedStepsSettings } from '../../strategies/fixedStepsSettings';
import type { Strategy } from '../../strategies/strategy';
import { durationSeconds } from '../durationSeconds';
import type { ReadRollout } from '../readRollout';
import { ringOf } from './ringOf';

type LaunchCheck = NonNullable<PlanLaunch['checks']>[number];

const seconds = (text: string | undefined, usual: number): number =>
  text === undefined ? usual : (durationSeconds(text) ?? usual);

/** A plan's launch as a strategy and what it says of traffic. */
export function launchRollout(launch: PlanLaunch): Pick<ReadRollout, 'strategy' | 'traffic'> {
  return { strategy: strategyOf(launch), traffic: trafficOf(launch) };
}

function trafficOf(launch: PlanLaunch): Partial<RolloutTraffic> {
  const response = seconds(launch.response, 1800);
  return {
    ...(launch.requestsPerSecond !== undefined && { requestsPerSecond: launch.requestsPerSecond }),
    ...(launch.requestsPerUser !== undefined && { requestsPerUser: launch.requestsPerUser }),
    routing: launch.routing ?? 'sticky',
    rollbackSeconds: seconds(launch.rollback, 0),
    approvalSeconds: response,
    responseSeconds: response,
  };
}

function strategyOf(launch: PlanLaunch): Strategy {
  switch (launch.strategy) {
    case 'all-at-once':
      return fixed(launch, [watched(launch)]);
    case 'steps':
      return fixed(launch, stepsOf(launch));
    case 'progressive':
      return fixed(launch, progression(launch));
    case 'canary':
      return launch.judge === 'threshold'
        ? fixed({ ...launch, interval: launch.interval ?? '1m' }, stepsOf(launch))
        : sequential(launch);
    case 'blue-green':
      return blueGreen(launch);
    case 'rings':
      return fixed(launch, rings(launch));
    default:
      return assertNever(launch.strategy);
  }
}

function fixed(
  { failureLimit, interval }: PlanLaunch,
  steps: readonly FixedStep[],
): FixedStepsSettings {
  const every = interval === undefined ? {} : { intervalSeconds: seconds(interval, 60) };
  return {
    kind: 'fixed-steps',
    steps: steps.map((step) => ({ ...every, ...step })),
    ...(failureLimit !== undefined && { failureLimit }),
  };
}

/** All traffic, watched for a while. */
function watched(launch: PlanLaunch): FixedStep {
  return {
    weight: 100,
    holdSeconds: seconds(launch.hold, 600),
    minimumRequests: 0,
    approval: false,
    gates: gatesOf(launch),
    intervalSeconds: seconds(launch.interval, 60),
  };
}

function stepsOf(launch: PlanLaunch): readonly FixedStep[] {
  const gates = gatesOf(launch);
  return (launch.steps ?? []).map(({ weight = 0, hold, minimumRequests, approval }) => ({
    weight,
    holdSeconds: seconds(hold, 0),
    minimumRequests,
    approval,
    gates,
  }));
}

/** Parts into which a progression is cut where its interval does not say. */
const progressionParts = 20;
const mostParts = 1000;

/** Linear in time: each part with the share in its middle, looked at once at its end. */
function progression(launch: PlanLaunch): readonly FixedStep[] {
  const { from = 0, to = 100 } = launch;
  const over = seconds(launch.over, 86_400);
  const wanted = launch.interval === undefined ? 0 : over / seconds(launch.interval, 60);
  const parts =
    wanted > 0 ? Math.min(mostParts, Math.max(1, Math.round(wanted))) : progressionParts;
  const gates = gatesOf(launch);
  return Array.from({ length: parts }, (_, i) => ({
    weight: from + ((to - from) * (i + 0.5)) / parts,
    holdSeconds: over / parts,
    minimumRequests: 0,
    approval: false,
    gates,
    intervalSeconds: over / parts,
  }));
}

function sequential(launch: PlanLaunch): Strategy {
  const checks = launch.checks ?? [];
  return {
    kind: 'sequential',
    steps: (launch.steps ?? []).map(({ weight = 0, hold, minimumRequests, approval }) => ({
      weight,
      holdSeconds: seconds(hold, 0),
      minimumRequests,
      approval,
    })),
    intervalSeconds: seconds(launch.interval, 60),
    falseAbortRate: launch.falseAbortRate ?? 0.01,
    metrics: checks.map(({ ratio = 1, above }) => ({
      metric: 'error-rate',
      largestRatio: ratio,
      limit: above ?? null,
    })),
  };
}

function blueGreen(launch: PlanLaunch): Strategy {
  const test = seconds(launch.test, 0);
  const gates = gatesOf(launch);
  const tested: FixedStep = {
    weight: 0,
    holdSeconds: test,
    minimumRequests: 0,
    approval: launch.approval ?? false,
    gates: test > 0 ? gates : [],
    testRequestsPerSecond: test > 0 ? (launch.testRequestsPerSecond ?? 10) : 0,
    intervalSeconds: Math.max(1, Math.min(test, seconds(launch.interval, 60))),
  };
  const isTested = test > 0 || tested.approval;
  return {
    ...fixed(launch, [...(isTested ? [tested] : []), watched(launch)]),
    keepOldSeconds: seconds(launch.keepOld, 30),
  };
}

function rings(launch: PlanLaunch): readonly FixedStep[] {
  const gates = gatesOf(launch);
  return (launch.steps ?? []).map(({ segments = {}, hold, minimumRequests, approval }) => ({
    ...ringOf(segments, launch.segments ?? []),
    holdSeconds: seconds(hold, 0),
    minimumRequests,
    approval,
    gates,
  }));
}

function gatesOf({ checks = [] }: PlanLaunch): readonly Gate[] {
  return checks.flatMap((check) => {
    const name = metricNameOf(check.metric);
    return name === null ? [] : gateOf(check, name);
  });
}

function gateOf(check: LaunchCheck, name: MetricName): Gate {
  return {
    name: check.metric,
    signal: signalOf(name),
    windowSeconds: seconds(check.window, 60),
    verdicts: verdictsOf(check),
  };
}

function signalOf(name: MetricName): Signal {
  switch (name.kind) {
    case 'share':
      return {
        kind: 'share',
        metric: name.metric,
        of: name.isComplement ? 'good' : 'bad',
        scale: 1,
      };
    case 'latency':
      return { kind: 'quantile', metric: 'latency', quantile: name.quantile, scale: 1 };
    case 'gauge':
      return { kind: 'gauge', metric: name.metric, scale: 1 };
  }
}

/** At a limit it passes; without data nothing is decided, and somebody has to look. */
function verdictsOf({ above, below }: LaunchCheck): VerdictTable {
  const breaks = [...new Set([below, above].filter((limit) => limit !== undefined))].sort(
    (a, b) => a - b,
  );
  const verdict = (value: number) =>
    (below !== undefined && value < below) || (above !== undefined && value > above)
      ? 'fail'
      : 'pass';
  return {
    breaks,
    at: breaks.map(verdict),
    between: Array.from({ length: breaks.length + 1 }, (_, i) => {
      const [low, high] = [breaks[i - 1], breaks[i]];
      if (low === undefined) return verdict(high === undefined ? 0 : high - 1);
      return verdict(high === undefined ? low + 1 : (low + high) / 2);
    }),
    empty: 'error',
    notANumber: 'error',
  };
}
