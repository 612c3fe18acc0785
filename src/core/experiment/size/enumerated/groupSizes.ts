import type { Comparison } from '../comparison';
import type { GroupSizes } from './enumeratedPower';

/** Whole sizes of the two groups of a comparison at a total, at least one unit each. */
export function groupSizes(
  { controlShare, treatmentShare }: Pick<Comparison, 'controlShare' | 'treatmentShare'>,
  total: number,
): GroupSizes {
  return {
    control: Math.max(1, Math.round(total * controlShare)),
    treatment: Math.max(1, Math.round(total * treatmentShare)),
  };
}
