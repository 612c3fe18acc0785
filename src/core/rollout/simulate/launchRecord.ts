import { exp } from '../../stats/elementary/exp';
import { log1p } from '../../stats/elementary/log1p';
import type { LaunchEnding } from '../controllers/controller';
import type { Launch } from '../launch/launch';
import { affectedShareOf } from '../launch/launchSetting';
import { requestsBetween } from '../launch/trafficRate';

/** What is kept of one simulated launch. */
export interface LaunchRecord {
  readonly ending: LaunchEnding;
  readonly minutes: number;
  /** From the fault's onset to the decision; null where nothing was decided. */
  readonly minutesToDetect: number | null;
  /** Until all live traffic was on the new version, of one that stayed. */
  readonly minutesToFullTraffic: number | null;
  readonly requests: number;
  /** Bad requests beyond those the old version would have had. */
  readonly badRequests: number;
  /** The same after a promotion, until somebody notices. */
  readonly residualBadRequests: number;
  /** Users of these minutes that met the new version, and their share. */
  readonly users: number;
  readonly shareOfUsers: number;
}

/** The metric whose bad outcomes are counted. */
export const errorRate = 'error-rate';

/** What a launch came to. */
export function launchRecord(launch: Launch, ending: LaunchEnding): LaunchRecord {
  const { traffic, release } = launch.setting;
  const tally = launch.tally();
  const errors = release.metrics[errorRate];
  const harm = errors?.kind === 'share' ? (errors.canary - errors.baseline) * launch.level : 0;
  const allRequests = requestsBetween(traffic, 0, tally.seconds);
  const allUsers = allRequests / traffic.requestsPerUser;
  const meanShare = allRequests > 0 ? tally.requests / allRequests : 0;
  // Of r requests spread over the launch each meets the new version with the mean share.
  const shareOfUsers =
    traffic.routing === 'sticky'
      ? tally.largestShare
      : 1 - exp(traffic.requestsPerUser * log1p(-Math.min(1, meanShare)));
  const full = ending === 'promoted' ? (tally.fullSeconds ?? tally.seconds) : null;
  const detected = tally.detectedSeconds;
  return {
    ending,
    minutes: tally.seconds / 60,
    minutesToDetect:
      detected === null ? null : Math.max(0, detected - release.fault.onsetSeconds) / 60,
    minutesToFullTraffic: full === null ? null : full / 60,
    requests: tally.requests,
    badRequests: tally.faultyRequests * harm,
    residualBadRequests:
      ending === 'promoted'
        ? traffic.requestsPerSecond *
          traffic.noticeSeconds *
          affectedShareOf(release.fault, null) *
          harm
        : 0,
    users: allUsers * shareOfUsers,
    shareOfUsers,
  };
}
