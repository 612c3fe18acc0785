import { controllerOf } from '../controllers/registry';
import { LaidOutLaunch } from '../launch/laidOutLaunch';
import type { RolloutRequest } from '../simulate/rolloutRequest';

/** A while with one share of traffic. Seconds from the start. */
export interface TimelineStretch {
  readonly start: number;
  readonly end: number;
  /** 0 to 1. */
  readonly share: number;
}

/** A launch that passes all its checks. */
export interface RolloutTimeline {
  /** One for each change of the weight, in their order; those of no length, too. The last is the new version alone. */
  readonly stretches: readonly TimelineStretch[];
  /** When it is measured. */
  readonly checks: readonly number[];
  /** When all is done. */
  readonly end: number;
  /** False where a launch without a failed check does not come to its end. */
  readonly ends: boolean;
}

/** How a launch goes that passes all its checks. */
export function rolloutTimeline(request: RolloutRequest): RolloutTimeline {
  const launch = new LaidOutLaunch(request);
  const ending = controllerOf(request.strategy).run(launch);
  const { weights, checks, time } = launch;
  return {
    stretches: weights.map(({ time: start, share }, i) => ({
      start,
      end: weights[i + 1]?.time ?? time,
      share,
    })),
    checks: [...new Set(checks.map((check) => check.time))],
    end: time,
    ends: ending !== 'waiting',
  };
}
