import { log } from '../elementary/log';

/**
 * x ln(x / mean) + mean - x: the deviance of a count from its mean, without cancellation where the
 * two are close.
 *
 * Formula: with v = (x - mean) / (x + mean): (x - mean) v + 2x (v³/3 + v⁵/5 + ...) while |v| < 0.1.
 * Source: Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
 * Range: x > 0, mean > 0; not a number outside of it. Accuracy reached: 4e-15 relative to the larger of 1 and the result.
 */
export function devianceTerm(x: number, mean: number): number {
  const difference = x - mean;
  const v = difference / (x + mean);
  if (Math.abs(v) >= 0.1) return x * log(x / mean) - difference;
  const square = v * v;
  let power = 2 * x * v;
  let sum = difference * v;
  for (let odd = 3; ; odd += 2) {
    power *= square;
    const next = sum + power / odd;
    // What is not a number equals nothing, itself neither: it ends here.
    if (!(Math.abs(next - sum) > 0)) return next;
    sum = next;
  }
}
