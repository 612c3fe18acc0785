/** A mean and the square of its standard error. */
export interface MeanWithVariance {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Fieller's interval for treatment / control - 1 of two independent means.
 *
 * Formula: all ratios r with |treatment - r control| <= critical · √(V₂ + r² V₁): the roots of a quadratic.
 * Source: Fieller, Journal of the Royal Statistical Society B 16, 1954, 175-185.
 * Shape: -Infinity to Infinity where the control's mean cannot be told from 0 (the set is not an interval then).
 */
export function fiellerInterval(
  control: MeanWithVariance,
  treatment: MeanWithVariance,
  critical: number,
): { readonly low: number; readonly high: number } {
  const square = critical * critical;
  const a = control.mean * control.mean - square * control.variance;
  if (!(a > 0)) return { low: -Infinity, high: Infinity };
  const b = control.mean * treatment.mean;
  const c = treatment.mean * treatment.mean - square * treatment.variance;
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  return { low: (b - root) / a - 1, high: (b + root) / a - 1 };
}
