import type { LaunchSetting } from './launchSetting';
import { nextHour } from './trafficRate';

/** Parts into which the growth of a fault, or a half-life, is cut. */
const partsOfGrowth = 40;

/**
 * Cuts a stretch of time where the world changes: at the hours of a day that is not even, at the onset of a fault and while it
 * grows, at the ends of an outage. Within a piece the middle stands for all of it: exact for what is constant or linear.
 */
export function eachPiece(
  setting: LaunchSetting,
  { from, to }: { readonly from: number; readonly to: number },
  visit: (start: number, end: number) => void,
): void {
  if (to <= from) return;
  const { fault, outage } = setting.release;
  const half = fault.halfLifeSeconds ?? 0;
  const isPlain =
    fault.onsetSeconds === 0 && fault.growthSeconds === 0 && half === 0 && outage === undefined;
  if (isPlain && setting.traffic.daily === null) {
    visit(from, to);
    return;
  }
  for (let start = from; start < to;) {
    const end = Math.min(to, nextChange(setting, start));
    visit(start, end);
    start = end;
  }
}

function nextChange({ release, traffic }: LaunchSetting, start: number): number {
  const { fault, outage } = release;
  const { onsetSeconds, growthSeconds, halfLifeSeconds = 0 } = fault;
  const grown = onsetSeconds + Math.max(growthSeconds, 20 * halfLifeSeconds);
  const part = Math.max(1, (growthSeconds > 0 ? growthSeconds : halfLifeSeconds) / partsOfGrowth);
  const moments = [
    onsetSeconds,
    grown,
    ...(start >= onsetSeconds && start < grown ? [start + part] : []),
    ...(outage === undefined ? [] : [outage.fromSeconds, outage.fromSeconds + outage.seconds]),
    ...(traffic.daily === null ? [] : [nextHour(traffic, start)]),
  ];
  let next = Infinity;
  for (const moment of moments) if (moment > start) next = Math.min(next, moment);
  return next;
}
