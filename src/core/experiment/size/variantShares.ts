import type { Plan } from '../plan/planSchema';

/** Share of all units in the experiment that each variant gets, in the plan's order; they sum to 1. */
export function variantShares({ variants }: Plan): readonly number[] {
  const sum = variants.reduce((total, { weight }) => total + weight, 0);
  return variants.map(({ weight }) => weight / sum);
}
