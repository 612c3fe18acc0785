import { countOf } from '../../../report/countOf';
import { formatCount, formatPercent } from '../../../report/formatNumber';
import type { SizedPlan } from '../sizedPlan';
import type { Misuse } from './misuse';

function find({ plan, comparisons }: SizedPlan) {
  const count = comparisons.length;
  if (count < 2) return null;
  const { significanceLevel, correction = 'none', success } = plan.design;
  const treatments = plan.variants.length - 1;
  const decided = success === 'all' ? treatments : count;
  if (correction !== 'none' || decided < 2) return null;
  let noAlarm = 1;
  for (let i = 0; i < decided; i += 1) noAlarm *= 1 - significanceLevel;
  const message = `${formatCount(count)} comparisons (${countOf(treatments, 'treatment')}, ${countOf(count / treatments, 'primary metric')}) are each tested at ${formatPercent(significanceLevel)}, without correction: if nothing works, the chance of at least one false alarm is about ${formatPercent(1 - noAlarm)} (were they independent). Name one decision, or write a correction such as holm.`;
  return { code: 'several-comparisons', path: ['design', 'correction'], message };
}

/** Many metrics or treatments, each with its own chance of a false alarm. */
export const severalComparisons: Misuse = {
  id: 'several-comparisons',
  name: 'Several comparisons without correction',
  find,
};
