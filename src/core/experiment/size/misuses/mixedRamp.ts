import { countOf } from '../../../report/countOf';
import { formatCount, formatPercent } from '../../../report/formatNumber';
import type { SizedPlan } from '../sizedPlan';
import type { Misuse } from './misuse';

function find({ plan, total, days }: SizedPlan) {
  const { ramp, excludeRamp, newUnitsPerDay, exposedShare } = plan.traffic;
  if (ramp === undefined || excludeRamp === true) return null;
  const atFull = Math.ceil(total / (newUnitsPerDay * exposedShare));
  const late =
    days === null || !(atFull < days)
      ? ''
      : ` At full traffic from the first day it would take ${formatCount(atFull)}, with the ramp it takes ${countOf(days, 'day')}.`;
  const shares = ramp.slice(0, 3).map(formatPercent).join(', ');
  const message = `The first ${countOf(ramp.length, 'day')} (${shares}${ramp.length > 3 ? ', ...' : ''} exposed) are analysed with the rest.${late} That is sound only where the split between variants stays the same on all days: if it changes, days with different results weigh differently in each variant (Simpson’s paradox) and the sample ratio is off. Keep the split, or write excludeRamp: true.`;
  return { code: 'mixed-ramp', path: ['traffic', 'ramp'], message };
}

/** Days of a ramp pooled with the days after it. */
export const mixedRamp: Misuse = { id: 'mixed-ramp', name: 'Ramp days mixed in', find };
