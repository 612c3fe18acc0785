import { plural } from '../../report/countOf';
import { formatDecimal, formatPercent } from '../../report/formatNumber';
import type { Plan } from '../plan/planSchema';
import { dailyUnits } from './dailyUnits';

/** `12,000 users a day`, and of how many where only a share takes part. */
export function trafficInWords(plan: Plan): string {
  const { newUnitsPerDay, exposedShare } = plan.traffic;
  const daily = dailyUnits(plan);
  const units = `${formatDecimal(daily, 6)} ${daily === 1 ? plan.unit : plural(plan.unit)} a day`;
  return exposedShare === 1
    ? units
    : `${units} (${formatPercent(exposedShare)} of ${formatDecimal(newUnitsPerDay, 6)})`;
}
