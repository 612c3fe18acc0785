import { normalQuantile } from '../../stats/distributions/normalQuantile';
import type { SequentialRequest } from './boundPlan';

/** Expected z with which one look at the end has the power. */
export function fixedDrift({
  significanceLevel,
  sides,
  power,
}: Pick<SequentialRequest, 'significanceLevel' | 'sides' | 'power'>): number {
  return normalQuantile(power) - normalQuantile(significanceLevel / sides);
}
