import { countOf } from '../../../report/countOf';
import { formatCount, formatPercent } from '../../../report/formatNumber';
import { daysFor } from '../daysFor';
import { isPairedPlan } from '../isPairedPlan';
import { leversOf } from '../levers';
import { plannedDays } from '../plannedDays';
import type { SizeWarning } from '../sizeAnswer';
import { sizeMethodOf } from '../sizeMethods';
import type { SizedPlan } from '../sizedPlan';
import { exactUnitsBy } from '../unitsBy';
import type { Misuse } from './misuse';

const longDays = 8 * 7;
const hardlyFeasibleDays = 12 * 7;
/** A smaller share of the baseline is within what seasons and bots move. */
const smallestShare = 0.001;

function find(sized: SizedPlan): SizeWarning | null {
  const { plan, deciding } = sized;
  const days = plannedDays(sized);
  if (days !== null && days > longDays) return tooLong(sized, days);
  const share = Math.abs(deciding.effect / deciding.attenuation / deciding.trueBaseline);
  if (deciding.hypothesis !== 'superiority' || !(share < smallestShare)) return null;
  const index = plan.metrics.indexOf(deciding.metric);
  const message = `A change of ${formatPercent(share)} of the baseline of "${deciding.metric.name}" is hardly feasible to show: below 0.1 % bots, outages and seasons move a metric as much. Plan for a larger effect, a covariate (CUPED) or a metric closer to the change.`;
  const path = ['metrics', index, 'minimumDetectableEffect'];
  return { code: 'not-feasible', path, message };
}

function tooLong(sized: SizedPlan, days: number): SizeWarning {
  const hardly = days > hardlyFeasibleDays;
  const weeks = formatCount(Math.ceil(days / 7));
  const start = hardly
    ? `${countOf(days, 'day')} (${weeks} weeks) is hardly feasible: people change devices, seasons change and the product does too.`
    : `${countOf(days, 'day')} (${weeks} weeks) is long: beyond 8 weeks people change devices and count twice.`;
  return {
    code: hardly ? 'not-feasible' : 'long-duration',
    path: sized.plan.design.days === undefined ? ['traffic'] : ['design', 'days'],
    message: [start, ...waysOut(sized)].join(' '),
  };
}

/** What would shorten the experiment, in numbers where they can be had. */
function waysOut({ plan, deciding, total, days }: SizedPlan): readonly string[] {
  const said: string[] = [];
  const reached = sizeMethodOf(deciding.metric).minimumDetectableEffect(
    deciding,
    exactUnitsBy(plan, longDays),
    deciding.power,
  );
  if (reached !== null && deciding.hypothesis === 'superiority' && deciding.trueBaseline !== 0) {
    const share = formatPercent(Math.abs(reached / deciding.trueBaseline));
    said.push(`In 8 weeks this traffic can show a change of ${share} of the baseline or more.`);
  }
  const [best] = leversOf(plan, days);
  if (best !== undefined && best.days !== null) {
    said.push(`Helps most: ${best.words}, ${countOf(best.days, 'day')}.`);
  }
  if (isPairedPlan(plan)) return [...said, 'Ways out: a larger effect.'];
  const equal = { ...deciding, controlShare: 1 / plan.variants.length };
  const equalTotal = sizeMethodOf(deciding.metric).totalSampleSize(
    { ...equal, treatmentShare: equal.controlShare },
    deciding.power,
  );
  const equalDays = daysFor(plan, equalTotal);
  if (equalTotal < 0.95 * total && equalDays !== null) {
    said.push(`With equal weights it would take ${countOf(equalDays, 'day')}.`);
  }
  const exposed = plan.traffic.exposedShare < 1 ? ', a larger exposed share' : '';
  const fewer = plan.variants.length > 2 ? ', fewer variants' : '';
  said.push(`Ways out: a larger effect${exposed}${fewer}, or a metric closer to the change.`);
  return said;
}

/** Longer than people wait, or smaller than anything shows. */
export const notFeasible: Misuse = {
  id: 'not-feasible',
  name: 'Too long, or too small an effect',
  find,
};
