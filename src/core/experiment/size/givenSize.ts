import type { Plan } from '../plan/planSchema';
import { daysFor } from './daysFor';
import { powerAt } from './powerAt';
import type { GivenSize } from './sizeAnswer';
import { unitsBy } from './unitsBy';
import { roundedUp } from './wholeNumbers';

/**
 * The size that the plan fixes: `design.sampleSizePerVariant`, else `design.days` of its traffic. With
 * unequal weights the smallest variant gets the given number and the others more, in proportion.
 * Null where neither is given, or where the days bring nobody.
 */
export function givenSize(plan: Plan): GivenSize | null {
  const { sampleSizePerVariant, days } = plan.design;
  if (sampleSizePerVariant !== undefined) {
    const total = totalFor(plan, sampleSizePerVariant);
    return {
      source: 'sampleSizePerVariant',
      total,
      days: daysFor(plan, total),
      power: powerAt(plan, total),
    };
  }
  const total = days === undefined ? 0 : unitsBy(plan, days);
  if (days === undefined || total === 0) return null;
  return { source: 'days', total, days, power: powerAt(plan, total) };
}

function totalFor({ variants }: Plan, perVariant: number): number {
  const smallest = Math.min(...variants.map(({ weight }) => weight));
  return variants.reduce((sum, { weight }) => sum + roundedUp((perVariant * weight) / smallest), 0);
}
