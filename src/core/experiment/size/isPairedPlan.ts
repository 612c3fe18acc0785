import type { Plan } from '../plan/planSchema';
import { sizeMethods } from './sizeMethods';

/** Whether each unit has all variants: the primary metrics' tests are paired. */
export function isPairedPlan({ metrics }: Pick<Plan, 'metrics'>): boolean {
  return metrics.some(({ role, test }) => role === 'primary' && sizeMethods[test]?.paired === true);
}
