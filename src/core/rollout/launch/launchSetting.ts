import type { Release } from '../model/release';
import type { RolloutTraffic } from '../model/rolloutTraffic';

/** The world a launch happens in. */
export interface LaunchSetting {
  readonly traffic: RolloutTraffic;
  readonly release: Release;
}

/** How much of the fault is there, 0 to 1, so many seconds after the canary's first request at so many requests a second. */
export function faultIntensity(
  { release }: LaunchSetting,
  secondsOfTraffic: number,
  canaryRequestsPerSecond: number,
): number {
  const { onsetSeconds, growthSeconds, aboveRequestsPerSecond, affectedShare } = release.fault;
  const since = secondsOfTraffic - onsetSeconds;
  if (since < 0 || canaryRequestsPerSecond < aboveRequestsPerSecond) return 0;
  return growthSeconds > 0 ? affectedShare * Math.min(1, since / growthSeconds) : affectedShare;
}

/** Whether each request is drawn alike all the time, so that closed forms hold. */
export function isSteady({ release, traffic }: LaunchSetting): boolean {
  const { fault, noise, telemetry } = release;
  return (
    fault.onsetSeconds === 0 &&
    fault.growthSeconds === 0 &&
    fault.aboveRequestsPerSecond === 0 &&
    noise.betweenLaunches === 0 &&
    noise.betweenIntervals === 0 &&
    noise.overdispersion === 0 &&
    telemetry.missing === 0 &&
    telemetry.lateSeconds === 0 &&
    traffic.arrivals === 'steady'
  );
}
