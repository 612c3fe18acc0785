import type { Comparison } from './comparison';

/** Whole units of control and treatment, at least 1 each, at a total over all variants. */
export function wholePair(
  { controlShare, treatmentShare }: Comparison,
  total: number,
): { readonly control: number; readonly treatment: number } {
  return {
    control: Math.max(1, Math.round(total * controlShare)),
    treatment: Math.max(1, Math.round(total * treatmentShare)),
  };
}
