import { formatCount, formatPercent } from '../../../report/formatNumber';
import { naivePeekingError } from '../../sequential/naivePeekingError';
import { criticalValue } from '../criticalValue';
import type { SizedPlan } from '../sizedPlan';
import type { Misuse } from './misuse';

function find({ plan, deciding }: SizedPlan) {
  const { analysis, looks } = plan.design;
  const count = typeof looks === 'object' ? looks.length : (looks ?? 1);
  if (analysis !== 'fixed-horizon' || count < 2) return null;
  const { any } = naivePeekingError({
    looks: count,
    criticalValue: criticalValue(deciding),
    sides: deciding.sides,
    drift: 0,
  });
  const message = `${formatCount(count)} looks at a test that is made for one: stopped at the first significant one, ${formatPercent(any)} of the experiments without effect raise a false alarm, not ${formatPercent(deciding.significanceLevel)}. Write analysis: group-sequential (or always-valid), which keeps the level over all looks, or leave looks out and look once, at the end.`;
  return { code: 'peeking', path: ['design', 'looks'], message };
}

/** Looks beside a fixed horizon: every look is another chance of a false alarm. */
export const peeking: Misuse = {
  id: 'peeking',
  name: 'Several looks at a test made for one',
  find,
};
