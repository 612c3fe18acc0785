import { exp } from '../../stats/elementary/exp';
import type { Fault, Outage, Release } from '../model/release';
import type { RolloutTraffic } from '../model/rolloutTraffic';

/** The world a launch happens in. */
export interface LaunchSetting {
  readonly traffic: RolloutTraffic;
  readonly release: Release;
}

/** Of which segments the new version's requests are, as shares of them; null: as all requests. */
export type SegmentMix = Readonly<Record<string, number>> | null;

/** The share of the new version's requests that a fault touches once it is fully there. */
export function affectedShareOf({ affectedShare, segment }: Fault, mix: SegmentMix): number {
  if (segment === undefined) return affectedShare;
  return affectedShare * (mix === null ? segment.share : (mix[segment.name] ?? 0));
}

/** How much of the fault is there, 0 to 1, so many seconds after the canary's first request at so many requests a second. */
export function faultIntensity(
  { release }: LaunchSetting,
  secondsOfTraffic: number,
  canaryRequestsPerSecond: number,
  mix: SegmentMix = null,
): number {
  const { fault } = release;
  const { onsetSeconds, growthSeconds, aboveRequestsPerSecond, halfLifeSeconds = 0 } = fault;
  const since = secondsOfTraffic - onsetSeconds;
  if (since < 0 || canaryRequestsPerSecond < aboveRequestsPerSecond) return 0;
  const affected = affectedShareOf(fault, mix);
  const stale = halfLifeSeconds > 0 ? 1 - exp((-Math.LN2 * since) / halfLifeSeconds) : 1;
  return stale * (growthSeconds > 0 ? affected * Math.min(1, since / growthSeconds) : affected);
}

/** The canary's levels over those of all users: other than 1 where it has more of a segment than its part. */
export function biasFactor({ bias }: Release, mix: SegmentMix): number {
  if (bias === undefined) return 1;
  const { segment, factor, share, canaryShare } = bias;
  const own = mix === null ? canaryShare : (mix[segment] ?? 0);
  return (1 + (factor - 1) * own) / (1 + (factor - 1) * share);
}

/** The share of requests at a moment that is bad because a dependency fails. */
export function outageShare(outage: Outage | undefined, seconds: number): number {
  if (outage === undefined) return 0;
  const { fromSeconds, seconds: length, share } = outage;
  return seconds >= fromSeconds && seconds < fromSeconds + length ? share : 0;
}

/** Whether each request is drawn alike all the time, so that closed forms hold. */
export function isSteady({ release, traffic }: LaunchSetting): boolean {
  const { fault, noise, telemetry, outage } = release;
  return (
    fault.onsetSeconds === 0 &&
    fault.growthSeconds === 0 &&
    (fault.halfLifeSeconds ?? 0) === 0 &&
    fault.aboveRequestsPerSecond === 0 &&
    noise.betweenLaunches === 0 &&
    noise.betweenIntervals === 0 &&
    noise.overdispersion === 0 &&
    telemetry.missing === 0 &&
    telemetry.lateSeconds === 0 &&
    telemetry.scraped !== true &&
    outage === undefined &&
    traffic.daily === null &&
    traffic.arrivals === 'steady'
  );
}
