import { exp } from '../elementary/exp';
import { inverseBetaLogit } from '../special/inverseBetaLogit';
import { normalQuantile } from './normalQuantile';

/**
 * Quantile of Student's t distribution: t with P(T <= t) = probability. For an upper tail q take
 * -tQuantile(q, df), which keeps the digits of a small q.
 *
 * Formula: ln(t² / df) by inverting the incomplete beta function, in the middle for P(|T| <= |t|), in the
 * tails for P(|T| > |t|).
 * Shape: `df` is the degrees of freedom, need not be whole; Infinity gives the normal distribution.
 * Range: 0 <= probability <= 1 (infinite at the ends, NaN outside), 0 < df. Accuracy reached: 1e-13 relative up
 * to df = 10^7, for probabilities down to 1e-300.
 */
export function tQuantile(probability: number, df: number): number {
  if (!(df > 0) || !(probability >= 0 && probability <= 1)) return NaN;
  if (df > 1e20) return normalQuantile(probability);
  if (probability === 0) return -Infinity;
  if (probability === 1) return Infinity;
  const centred = probability - 0.5;
  if (centred === 0) return 0;
  const sign = centred < 0 ? -1 : 1;
  if (Math.abs(centred) < 0.25) {
    const logit = inverseBetaLogit(2 * Math.abs(centred), 0.5, df / 2);
    return sign * Math.sqrt(df) * exp(0.5 * logit);
  }
  const tail = centred < 0 ? probability : 1 - probability;
  return sign * Math.sqrt(df) * exp(-0.5 * inverseBetaLogit(2 * tail, df / 2, 0.5));
}
