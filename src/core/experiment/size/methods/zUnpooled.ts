import { normalQuantile } from '../../../stats/distributions/normalQuantile';
import { normalUpperTail } from '../../../stats/distributions/normalUpperTail';
import type { Comparison } from '../comparison';
import { criticalValue } from '../criticalValue';
import { normalMethod } from '../normalMethod';
import type { SizeMethod } from '../sizeMethod';
import { tailInWords } from './tailInWords';

/** Variance of the estimated difference times the total: p₁(1 - p₁)/w₁ + p₂(1 - p₂)/w₂. */
function variance({ baseline, target, controlShare, treatmentShare }: Comparison): number {
  return (baseline * (1 - baseline)) / controlShare + (target * (1 - target)) / treatmentShare;
}

const byNormal = normalMethod({
  margins: true,
  scale: (value) => value,
  variance,
  definition: (comparison) => ({
    id: 'z-unpooled',
    name: 'Two-proportion z test, unpooled variance, wrong tail not counted',
    formula: `N = (z(1 − ${tailInWords(comparison)}) + z(power))² · (p₁(1 − p₁)/w₁ + p₂(1 − p₂)/w₂) / (p₂ − p₁)²; N in all variants, w₁ and w₂ the shares of control and treatment`,
    source:
      'Chow, Shao and Wang, Sample Size Calculations in Clinical Research, 2nd edition 2008, section 4.2',
  }),
});

/** What everyone asks for most is written out: the usual case of `byNormal`, in one line. */
function isPlain({ hypothesis, countsWrongTail }: Comparison): boolean {
  return hypothesis === 'superiority' && !countsWrongTail;
}

function totalSampleSize(comparison: Comparison, wantedPower: number): number {
  if (!isPlain(comparison)) return byNormal.totalSampleSize(comparison, wantedPower);
  const z = criticalValue(comparison) + normalQuantile(wantedPower);
  return ((z / comparison.effect) * z * variance(comparison)) / comparison.effect;
}

function power(comparison: Comparison, total: number): number {
  if (!isPlain(comparison)) return byNormal.power(comparison, total);
  const standardError = Math.sqrt(variance(comparison) / total);
  return normalUpperTail(criticalValue(comparison) - Math.abs(comparison.effect) / standardError);
}

/** With p₂ = p₁ ± d the sample size formula is a quadratic equation in d; its positive root. */
function minimumDetectableEffect(
  comparison: Comparison,
  total: number,
  wantedPower: number,
): number | null {
  const { baseline, controlShare, treatmentShare } = comparison;
  if (!isPlain(comparison)) {
    return byNormal.minimumDetectableEffect(comparison, total, wantedPower);
  }
  const sign = comparison.effect < 0 ? -1 : 1;
  const z = criticalValue(comparison) + normalQuantile(wantedPower);
  const square = z * z;
  const a = total + square / treatmentShare;
  const halfB = (0.5 * square * sign * (1 - 2 * baseline)) / treatmentShare;
  const c = square * baseline * (1 - baseline) * (1 / controlShare + 1 / treatmentShare);
  const root = Math.sqrt(halfB * halfB + a * c);
  // Both forms are the same number; this one never subtracts what is nearly equal.
  const size = halfB > 0 ? (halfB + root) / a : c / (root - halfB);
  const target = baseline + sign * size;
  return target > 0 && target < 1 ? sign * size : null;
}

/** Two-proportion z test with each variant's own variance; an effect the wrong way is no success. */
export const zUnpooled: SizeMethod = {
  ...byNormal,
  totalSampleSize,
  power,
  minimumDetectableEffect,
};
