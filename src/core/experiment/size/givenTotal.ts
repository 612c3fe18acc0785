import type { Plan } from '../plan/planSchema';
import { unitsBy } from './unitsBy';
import { roundedUp } from './wholeNumbers';

/**
 * Units in all variants that the plan fixes: `design.sampleSizePerVariant`, else `design.days` of its traffic. With unequal
 * weights the smallest variant gets the given number and the others more, in proportion. Null where neither is given, or
 * where the days bring nobody.
 */
export function givenTotal(plan: Plan): number | null {
  const { sampleSizePerVariant, days } = plan.design;
  if (sampleSizePerVariant !== undefined) return totalFor(plan, sampleSizePerVariant);
  const total = days === undefined ? 0 : unitsBy(plan, days);
  return total === 0 ? null : total;
}

function totalFor({ variants }: Plan, perVariant: number): number {
  const smallest = Math.min(...variants.map(({ weight }) => weight));
  return variants.reduce((sum, { weight }) => sum + roundedUp((perVariant * weight) / smallest), 0);
}
