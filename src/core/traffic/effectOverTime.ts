import type { Plan } from '../experiment/plan/planSchema';
import { exp } from '../stats/elementary/exp';

/**
 * The effect on a day of the launch (0 is the first) as a multiple of what is there in the long run.
 *
 * Formula: novelty 1 + 2^(-day / days), learning 1 - 2^(-(day + 1) / days), delayed 0 before day `days`, else 1.
 */
export function effectOverTime(
  overTime: NonNullable<Plan['simulation']>['overTime'],
  day: number,
): number {
  if (overTime === undefined) return 1;
  const { kind, days } = overTime;
  switch (kind) {
    case 'novelty':
      return 1 + exp((-Math.LN2 * day) / days);
    case 'learning':
      return 1 - exp((-Math.LN2 * (day + 1)) / days);
    case 'delayed':
      return day < days ? 0 : 1;
  }
}
