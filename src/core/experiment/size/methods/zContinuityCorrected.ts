import type { Comparison } from '../comparison';
import type { SizeMethod } from '../sizeMethod';
import { effectByPower } from '../solveByPower';
import { zPooled } from './zPooled';

/** (1/w₁ + 1/w₂) / |p₂ - p₁|: what the correction takes, in units. */
function correction({ controlShare, treatmentShare, effect }: Comparison): number {
  return (1 / controlShare + 1 / treatmentShare) / Math.abs(effect);
}

/** With correction the test has the power that the uncorrected one has with fewer: (N - c/2)² / N. */
function power(comparison: Comparison, total: number): number {
  const rest = total - correction(comparison) / 2;
  return rest > 0 ? zPooled.power(comparison, (rest / total) * rest) : 0;
}

/** The chi-square test with Yates' correction; close to Fisher's exact test. */
export const zContinuityCorrected: SizeMethod = {
  margins: false,
  definition: () => ({
    id: 'z-continuity-corrected',
    name: 'Two-proportion z test, pooled variance, continuity-corrected',
    formula: 'N = N₀/4 · (1 + √(1 + 2 (1/w₁ + 1/w₂) / (N₀ |p₂ − p₁|)))²; N₀ without correction',
    source:
      'Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd edition 2003, section 4.2',
  }),
  power,
  totalSampleSize: (comparison, wanted) => {
    const plain = zPooled.totalSampleSize(comparison, wanted);
    const root = 1 + Math.sqrt(1 + (2 * correction(comparison)) / plain);
    return (plain / 4) * root * root;
  },
  minimumDetectableEffect: (comparison, total, wanted) =>
    effectByPower(comparison, total, wanted, power),
};
