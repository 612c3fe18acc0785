import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { brentRoot } from './brentRoot';
import { wilcoxonDifference } from './wilcoxonDifference';

/** By how much the experiment lies above the control: an interval, and the Hodges-Lehmann estimate. */
export interface ShiftInterval {
  readonly low: number;
  readonly high: number;
  readonly estimate: number;
}

/**
 * Confidence interval of the shift between two samples, by inverting the Mann-Whitney test; null where a value is
 * infinite or all are tied.
 *
 * Shape: both samples sorted upwards and not empty; `confidenceLevel` 0 to 1.
 * Source: Kayenta `MannWhitney.calculateConfidenceInterval` at a69573be, its solver and its tolerance of 1e-4 included.
 */
export function shiftInterval(
  experiment: Float64Array,
  control: Float64Array,
  confidenceLevel: number,
): ShiftInterval | null {
  const lower = (experiment[0] as number) - (control.at(-1) as number);
  const upper = (experiment.at(-1) as number) - (control[0] as number);
  const difference = (shift: number) => wilcoxonDifference(shift, experiment, control);
  const [atLower, atUpper] = [difference(lower), difference(upper)];
  if (!Number.isFinite(atLower) || !Number.isFinite(atUpper)) return null;
  const rootAt = (z: number): number =>
    brentRoot((shift) => difference(shift) - z, {
      lower,
      upper,
      atLower: atLower - z,
      atUpper: atUpper - z,
    });
  const endAt = (z: number): number => {
    if (atLower - z <= 0) return lower;
    return atUpper - z >= 0 ? upper : rootAt(z);
  };
  const z = normalQuantile((1 - confidenceLevel) / 2);
  return { low: endAt(-z), high: endAt(z), estimate: rootAt(0) };
}
