import type { Plan } from '../plan/planSchema';
import { isPairedPlan } from './isPairedPlan';
import type { VariantSize } from './sizeAnswer';
import { variantShares } from './variantShares';
import { roundedUp } from './wholeNumbers';

/** Splits a total by the plan's weights and rounds each variant up; in a paired design each variant has all units. */
export function wholeSizes(plan: Plan, total: number): readonly VariantSize[] {
  const shares = isPairedPlan(plan) ? plan.variants.map(() => 1) : variantShares(plan);
  return plan.variants.map(({ name }, i) => {
    const exact = total * (shares[i] ?? 0);
    return { variant: name, sampleSize: Math.max(1, roundedUp(exact)), exact };
  });
}

/** Subjects in all variants; in a paired design they are the same ones. */
export function totalOf(plan: Plan, sizes: readonly VariantSize[]): number {
  if (isPairedPlan(plan)) return Math.max(...sizes.map(({ sampleSize }) => sampleSize));
  return sizes.reduce((sum, { sampleSize }) => sum + sampleSize, 0);
}
