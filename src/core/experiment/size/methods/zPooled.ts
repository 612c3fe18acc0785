import type { Comparison } from '../comparison';
import { normalMethod, type NormalTest } from '../normalMethod';
import { tailInWords } from './tailInWords';

function variance({ baseline, target, controlShare, treatmentShare }: Comparison): number {
  return (baseline * (1 - baseline)) / controlShare + (target * (1 - target)) / treatmentShare;
}

/** Both variants' units together, as if there were no difference. */
function pooledVariance({ baseline, target, controlShare, treatmentShare }: Comparison): number {
  const pooled =
    (controlShare * baseline + treatmentShare * target) / (controlShare + treatmentShare);
  return pooled * (1 - pooled) * (1 / controlShare + 1 / treatmentShare);
}

/** The two-proportion z test with pooled variance. */
export const zPooledTest: NormalTest = {
  margins: false,
  scale: (value) => value,
  variance,
  nullVariance: pooledVariance,
  definition: (comparison) => ({
    id: 'z-pooled',
    name: 'Two-proportion z test, pooled variance under no effect',
    formula: `N = (z(1 − ${tailInWords(comparison)}) √(p̄(1 − p̄)(1/w₁ + 1/w₂)) + z(power) √(p₁(1 − p₁)/w₁ + p₂(1 − p₂)/w₂))² / (p₂ − p₁)²; p̄ the weighted mean`,
    source:
      'Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd edition 2003, section 4.2; R power.prop.test',
  }),
};

/** What R's power.prop.test and the chi-square test without continuity correction are sized by. */
export const zPooled = normalMethod(zPooledTest);
