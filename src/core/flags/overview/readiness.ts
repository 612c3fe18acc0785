import type { Flag } from '../../model/flag';
import type { FlagVerdict } from '../../model/flagVerdict';
import { verdictGroups } from '../../report/check/verdictGroups';
import { daysBetween } from '../../model/daysBetween';

/**
 * Why people should look at a flag, the most urgent first.
 * - `ready`: it can be removed or archived; - `blocked`: it should, and something stands in the way;
 * - `expiring`: its definition names a day within the next weeks.
 */
export const readinesses = ['ready', 'blocked', 'expiring'] as const;
export type Readiness = (typeof readinesses)[number];

/** Days ahead that count as soon. */
const soonDays = 30;

/** Days until the first expiry that a definition names, of those within the next weeks; null where there is none. */
export function expiresInDays({ definitions }: Flag, today: string): number | null {
  const days = definitions
    .flatMap(({ expires }) => (expires?.kind === 'date' ? [daysBetween(today, expires.date)] : []))
    .filter((left) => left >= 0 && left <= soonDays);
  return days.length > 0 ? Math.min(...days) : null;
}

/** Whether a flag is to be looked at soon, and why; null where it is not, or that is not known yet. `today`: `2027-03-01`. */
export function readinessOf(
  flag: Flag,
  verdict: FlagVerdict | null,
  today: string,
): Readiness | null {
  const { ready, blocked } = verdictGroups(verdict === null ? [] : [verdict]);
  if (ready.length > 0) return 'ready';
  if (blocked.length > 0) return 'blocked';
  return expiresInDays(flag, today) === null ? null : 'expiring';
}
