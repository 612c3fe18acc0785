import type { Plan } from '../plan/planSchema';
import type { VariantSize } from './sizeAnswer';
import { variantShares } from './variantShares';
import { roundedUp } from './wholeNumbers';

/** Splits a total by the plan's weights and rounds each variant up. */
export function wholeSizes(plan: Plan, total: number): readonly VariantSize[] {
  const shares = variantShares(plan);
  return plan.variants.map(({ name }, i) => {
    const exact = total * (shares[i] ?? 0);
    return { variant: name, sampleSize: Math.max(1, roundedUp(exact)), exact };
  });
}

/** Subjects in all variants. */
export function totalOf(sizes: readonly VariantSize[]): number {
  return sizes.reduce((sum, { sampleSize }) => sum + sampleSize, 0);
}
