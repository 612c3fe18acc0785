import { secondsForRequests } from '../launch/trafficRate';
import type { RolloutTraffic } from '../model/rolloutTraffic';
import type { FixedStep } from './fixedStepsSettings';

/** When a step that begins at `from` is looked at, in seconds from the start of the launch; the last is its end. */
export function fixedStepsTimes(
  { weight, holdSeconds, minimumRequests, intervalSeconds }: FixedStep,
  { traffic, from }: { readonly traffic: RolloutTraffic; readonly from: number },
): readonly number[] {
  const needed = secondsForRequests(traffic, {
    from,
    share: weight / 100,
    requests: minimumRequests,
  });
  const hold = Math.max(holdSeconds, needed);
  if (intervalSeconds === undefined) return [from + hold];
  const looks = Math.max(1, Math.ceil(hold / intervalSeconds - 1e-9));
  return Array.from({ length: looks }, (_, i) => from + Math.min(hold, (i + 1) * intervalSeconds));
}
