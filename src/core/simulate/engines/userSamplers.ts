import type { Comparison } from '../../experiment/size/comparison';
import type { ArmSamplers } from './unitSampler';

/** Draws every unit by itself; null where the metric cannot be drawn. */
export function userSamplers(_comparison: Pick<Comparison, 'metric'>): ArmSamplers | null {
  return null;
}
