import type { Plan } from '../plan/planSchema';

/** Whether some variant gets more of the traffic than another. */
export function hasUnequalWeights({ variants }: Pick<Plan, 'variants'>): boolean {
  return variants.some(({ weight }) => weight !== variants[0]?.weight);
}
