import type { Comparison } from '../comparison';
import { normalMethod } from '../normalMethod';
import { risingRoot } from '../risingRoot';

/** Proportions that are likeliest for the expected data among those that differ by exactly `difference`. */
export interface RestrictedProportions {
  readonly control: number;
  readonly treatment: number;
}

/**
 * Restricted maximum likelihood estimates for a given difference (treatment minus control).
 *
 * Formula: the root of the likelihood's derivative along p₂ = p₁ + difference, which falls steadily.
 * Source: Farrington and Manning, Statistics in Medicine 9, 1990, 1447-1454; there as a root of a cubic.
 * Range: proportions within 0 and 1, |difference| < 1. Accuracy reached: 1e-14.
 */
export function restrictedProportions(
  { baseline, target, controlShare, treatmentShare }: Comparison,
  difference: number,
): RestrictedProportions {
  const low = Math.max(0, -difference);
  const high = Math.min(1, 1 - difference);
  const falling = (p: number): number => {
    const q = p + difference;
    const own = (controlShare * (baseline - p)) / (p * (1 - p));
    return own + (treatmentShare * (target - q)) / (q * (1 - q));
  };
  const inset = (high - low) * 1e-13;
  const control = risingRoot((p) => -falling(p), low + inset, high - inset);
  return { control, treatment: control + difference };
}

function nullVariance(comparison: Comparison, nullValue: number): number {
  const { control, treatment } = restrictedProportions(comparison, nullValue - comparison.baseline);
  const { controlShare, treatmentShare } = comparison;
  return (control * (1 - control)) / controlShare + (treatment * (1 - treatment)) / treatmentShare;
}

/** The score test of a difference of proportions; without a margin the pooled z test. */
export const farringtonManning = normalMethod({
  margins: true,
  scale: (value) => value,
  variance: ({ baseline, target, controlShare, treatmentShare }) =>
    (baseline * (1 - baseline)) / controlShare + (target * (1 - target)) / treatmentShare,
  nullVariance,
  definition: () => ({
    id: 'farrington-manning',
    name: 'Score test of a difference of proportions (Farrington-Manning)',
    formula:
      'N = (z σ₀ + z(power) σ₁)² / (p₂ − p₁)²; σ₀ with the proportions likeliest under the null hypothesis',
    source: 'Farrington and Manning, Statistics in Medicine 9, 1990, 1447-1454',
  }),
});
