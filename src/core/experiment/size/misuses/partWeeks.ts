import { countOf } from '../../../report/countOf';
import { wholeWeeks } from '../daysFor';
import { plannedDays } from '../plannedDays';
import type { SizedPlan } from '../sizedPlan';
import type { Misuse } from './misuse';

function find(sized: SizedPlan) {
  const days = plannedDays(sized);
  if (days === null || days > Number.MAX_SAFE_INTEGER || days % 7 === 0) return null;
  const what = days < 7 ? 'less than a week' : 'not a whole number of weeks';
  const message = `${countOf(days, 'day')} ${days === 1 ? 'is' : 'are'} ${what}, and people behave differently on different weekdays. Run ${countOf(wholeWeeks(days), 'day')}.`;
  const at = sized.plan.design.days === undefined ? ['traffic'] : ['design', 'days'];
  return { code: 'whole-weeks', path: at, message };
}

/** A duration that has some weekdays more often than others. */
export const partWeeks: Misuse = { id: 'whole-weeks', name: 'No whole number of weeks', find };
