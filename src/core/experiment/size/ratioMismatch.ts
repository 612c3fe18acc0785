import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { normalUpperTail } from '../../stats/distributions/normalUpperTail';
import { risingRoot } from './risingRoot';

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

/** How far a variant's share has to be from the planned one for the alarm to see it with this power; null where no share is. */
export function detectableShift(question: {
  readonly total: number;
  readonly plannedShare: number;
  readonly alarmLevel: number;
  readonly power: number;
}): number | null {
  const { plannedShare, power } = question;
  const gap = (shift: number): number =>
    ratioAlarmPower({ ...question, trueShare: plannedShare + shift }) - power;
  const most = 1 - plannedShare;
  return gap(most) < 0 ? null : risingRoot(gap, 0, most);
}
