import type { Plan } from '../plan/planSchema';
import { daysFor } from './daysFor';
import { givenTotal } from './givenTotal';
import { powerAt } from './powerAt';
import type { GivenSize } from './sizeAnswer';

/** The size that the plan fixes and what it is good for; null where it fixes none (see `givenTotal`). */
export function givenSize(plan: Plan): GivenSize | null {
  const total = givenTotal(plan);
  if (total === null) return null;
  const { sampleSizePerVariant, days = null } = plan.design;
  const power = powerAt(plan, total);
  return sampleSizePerVariant === undefined
    ? { source: 'days', total, days, power }
    : { source: 'sampleSizePerVariant', total, days: daysFor(plan, total), power };
}
