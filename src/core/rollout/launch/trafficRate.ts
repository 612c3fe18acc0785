import type { RolloutTraffic } from '../model/rolloutTraffic';

const hour = 3600;

/** The end of the hour of the day that `seconds` from the start of the launch is in, in the same seconds. */
export function nextHour({ daily }: RolloutTraffic, seconds: number): number {
  const start = daily?.startSeconds ?? 0;
  return (Math.floor((seconds + start) / hour + 1e-9) + 1) * hour - start;
}

/** Requests a second, old and new version together, so many seconds after the start of the launch. */
export function requestRate({ requestsPerSecond, daily }: RolloutTraffic, seconds: number): number {
  if (daily === null) return requestsPerSecond;
  const index = Math.floor((seconds + daily.startSeconds) / hour + 1e-9) % 24;
  return requestsPerSecond * (daily.factors[index] ?? 1);
}

/** Requests between two moments of the launch. */
export function requestsBetween(traffic: RolloutTraffic, from: number, to: number): number {
  if (traffic.daily === null) return traffic.requestsPerSecond * (to - from);
  let sum = 0;
  for (let start = from; start < to;) {
    const end = Math.min(to, nextHour(traffic, start));
    sum += requestRate(traffic, start) * (end - start);
    start = end;
  }
  return sum;
}

/** Longer than this nobody waits for requests: 30 days. */
const mostSeconds = 30 * 24 * hour;

/** How long it takes from a moment on until a share of all traffic has come to so many requests. */
export function secondsForRequests(
  traffic: RolloutTraffic,
  {
    from,
    share,
    requests,
  }: { readonly from: number; readonly share: number; readonly requests: number },
): number {
  if (requests <= 0 || share <= 0) return 0;
  if (traffic.daily === null) return requests / (share * traffic.requestsPerSecond);
  let missing = requests;
  for (let start = from; start < from + mostSeconds;) {
    const end = nextHour(traffic, start);
    const rate = share * requestRate(traffic, start);
    if (rate * (end - start) >= missing) return start + missing / rate - from;
    missing -= rate * (end - start);
    start = end;
  }
  return mostSeconds;
}
