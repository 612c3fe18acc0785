import { daysBetween } from '../../../model/daysBetween';
import { countOf } from '../../../report/countOf';
import { plannedDays } from '../plannedDays';
import type { SizedPlan } from '../sizedPlan';
import type { Misuse } from './misuse';

function find(sized: SizedPlan) {
  const { startDate, endDate } = sized.plan;
  if (startDate === undefined || endDate === undefined) return null;
  const code = 'window-too-short';
  const path = ['endDate'];
  const window = daysBetween(startDate, endDate) + 1;
  if (window < 1) {
    return {
      code,
      path,
      message: `The end date ${endDate} is before the start date ${startDate}.`,
    };
  }
  const needed = plannedDays(sized);
  if (needed === null || needed <= window) return null;
  const message = `From ${startDate} to ${endDate} there ${window === 1 ? 'is' : 'are'} ${countOf(window, 'day')}, and the plan takes ${countOf(needed, 'day')}: it ends before it has its sample. Move the end date, expose more traffic, or plan for a larger effect.`;
  return { code, path, message };
}

/** An end date that comes before the planned sample. */
export const shortWindow: Misuse = { id: 'window-too-short', name: 'Dates too close', find };
