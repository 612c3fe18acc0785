import { countOf, plural } from '../../report/countOf';
import { formatDecimal, formatPercent } from '../../report/formatNumber';
import type { Plan } from '../plan/planSchema';
import { dailyUnits } from './dailyUnits';

/** `12,000 users a day`, and of how many where only a share takes part; of a population that comes back, that. */
export function trafficInWords(plan: Plan): string {
  const { newUnitsPerDay, exposedShare, returning } = plan.traffic;
  if (returning !== undefined) {
    const share = exposedShare === 1 ? '' : `, ${formatPercent(exposedShare)} of them exposed`;
    return `a population of ${countOf(returning.population, plan.unit)}, ${formatPercent(returning.activeShare)} active a day${share}`;
  }
  const daily = dailyUnits(plan);
  const units = `${formatDecimal(daily, 6)} ${daily === 1 ? plan.unit : plural(plan.unit)} a day`;
  return exposedShare === 1
    ? units
    : `${units} (${formatPercent(exposedShare)} of ${formatDecimal(newUnitsPerDay, 6)})`;
}

/** What about the traffic is not the same every day, as half a sentence; empty where nothing is. */
export function trafficPattern({ traffic }: Plan): string {
  const parts = [
    ...(traffic.weekday === undefined ? [] : ['weekdays differ as the plan says']),
    ...(traffic.ramp === undefined
      ? []
      : [
          `the first ${countOf(traffic.ramp.length, 'day')} ramp up${traffic.excludeRamp === true ? ' and are not analysed' : ''}`,
        ]),
  ];
  return parts.join(', ');
}
