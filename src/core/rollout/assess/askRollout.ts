import type { CancellationSignal } from '../../model/cancellationSignal';
import { controllerOf } from '../controllers/registry';
import { fullTelemetry, immediateFault, noNoise } from '../model/release';
import { defaultTraffic } from '../model/rolloutTraffic';
import type { ReadRollout } from '../read/readRollout';
import { baselinesOf, type KnownMetrics } from '../release/baselines';
import { withChange } from '../release/changedMetrics';
import type { ReleaseChange } from '../release/releaseChange';
import { releaseIn, type RolloutWorld } from '../release/rolloutWorld';
import { usualChange } from '../release/usualChange';
import type { RolloutRequest } from '../simulate/rolloutRequest';
import type { Strategy } from '../strategies/strategy';
import { withWindow } from '../strategies/withWindow';

/** What is asked of a rollout; null or empty: as usual, which the report says. */
export interface RolloutQuestion {
  readonly known: KnownMetrics;
  readonly requestsPerSecond: number | null;
  readonly changes: readonly ReleaseChange[];
  /** How release, faults, traffic and telemetry differ from the usual, and in words what is said so. */
  readonly world?: RolloutWorld;
  readonly worldWords?: readonly string[];
  readonly launches: number;
  readonly seed: number;
  readonly compare: boolean;
  readonly releasesPerYear: number;
  /** 0 to 1. */
  readonly shareBad: number;
  readonly signal: CancellationSignal;
}

/** A question about a strategy, made whole: what is simulated, the change that is looked at, and what is assumed. */
export interface AskedRollout {
  readonly request: RolloutRequest;
  readonly change: ReleaseChange;
  readonly assumptions: readonly string[];
}

/** Fills in what a question does not say. */
export function askRollout(
  rollout: ReadRollout,
  strategy: Strategy,
  {
    known,
    requestsPerSecond,
    changes,
    world = {},
    worldWords = [],
    launches,
    seed,
  }: Omit<RolloutQuestion, 'compare' | 'signal' | 'releasesPerYear' | 'shareBad'>,
): AskedRollout {
  const gates = controllerOf(strategy).gates();
  const baselines = baselinesOf(known, gates);
  const assumed: string[] = [];
  const rate =
    requestsPerSecond ?? rollout.traffic.requestsPerSecond ?? baselines.requestsPerSecond;
  if (rate === null)
    assumed.push('that traffic, as neither --traffic nor flaglab.yaml says another');
  const [first = usualChange(gates)] = changes;
  if (changes.length === 0)
    assumed.push('the release under test, as none is given (--release error-rate=1%)');
  const all = changes.length === 0 ? [first] : changes;
  const metrics = all.reduce(withChange, baselines.metrics);
  const traffic = {
    ...defaultTraffic,
    ...rollout.traffic,
    requestsPerSecond: rate ?? defaultTraffic.requestsPerSecond,
    ...(world.daily !== undefined && { daily: world.daily }),
  };
  const usual = { metrics, fault: immediateFault, noise: noNoise, telemetry: fullTelemetry };
  const release = releaseIn(usual, world);
  const unread = rollout.unread.map((name) => `"${name}" passes always, as it is not simulated`);
  return {
    request: {
      strategy:
        world.windowSeconds === undefined ? strategy : withWindow(strategy, world.windowSeconds),
      traffic,
      release,
      launches,
      seed,
    },
    change: first,
    assumptions: [
      ...assumed,
      ...worldWords,
      ...baselines.assumptions,
      ...rollout.assumptions,
      ...unread,
    ],
  };
}
