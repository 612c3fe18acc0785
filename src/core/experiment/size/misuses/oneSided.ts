import { formatPercent } from '../../../report/formatNumber';
import type { SizedPlan } from '../sizedPlan';
import type { Misuse } from './misuse';

function find({ plan, deciding }: SizedPlan) {
  const { sides, significanceLevel } = plan.design;
  if (sides === 'two' || deciding.hypothesis !== 'superiority') return null;
  const message = `One side at ${formatPercent(significanceLevel)} asks for as little as two sides at ${formatPercent(2 * significanceLevel)}, and a change the wrong way goes unseen. Choose it only where that change would not matter, before looking at data; else write sides: two.`;
  return { code: 'one-sided', path: ['design', 'sides'], message };
}

/** One side, chosen for the units it saves. */
export const oneSided: Misuse = { id: 'one-sided', name: 'One side to save sample', find };
