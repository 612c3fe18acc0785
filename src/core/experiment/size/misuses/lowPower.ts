import { formatDecimal, formatPercent } from '../../../report/formatNumber';
import { exaggerationAt } from '../exaggerationAt';
import type { SizedPlan } from '../sizedPlan';
import type { Misuse } from './misuse';

const usualPower = 0.8;

function find({ plan, deciding, given, total }: SizedPlan) {
  const power = given?.power ?? plan.design.power;
  if (power >= usualPower) return null;
  const found = exaggerationAt(deciding, given?.total ?? total);
  const worth =
    found === null
      ? 'what is found looks larger than it is'
      : `a significant estimate is ${formatDecimal(found.typeM, 3)} times the true effect on average (type M) and has the wrong sign ${found.typeS === 0 ? 'never' : `${formatPercent(found.typeS)} of the time`} (type S)`;
  const message = `A power of ${formatPercent(power)} misses the planned effect ${formatPercent(1 - power)} of the time, and ${worth}. 80 % or more is usual: plan for more units or a larger effect.`;
  const key = given === null || plan.design.power < usualPower ? 'power' : given.source;
  return { code: 'low-power', path: ['design', key], message };
}

/** Low power: effects missed, and those found exaggerated. */
export const lowPower: Misuse = { id: 'low-power', name: 'Low power', find };
