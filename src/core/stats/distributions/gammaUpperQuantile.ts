import { exp } from '../elementary/exp';
import { inverseGammaLog } from '../special/inverseGammaLog';

/**
 * x with P(X > x) = probability of the gamma distribution (mean shape · scale): keeps the digits of a small
 * upper tail, which 1 - probability would lose.
 *
 * Formula, range and accuracy: as `gammaQuantile`.
 */
export function gammaUpperQuantile(probability: number, shape: number, scale: number): number {
  if (!(shape > 0) || !(scale > 0) || !(probability >= 0 && probability <= 1)) return NaN;
  if (probability === 0) return Infinity;
  if (probability === 1) return 0;
  const logarithm =
    probability <= 0.5
      ? inverseGammaLog(probability, 'upper', shape)
      : inverseGammaLog(1 - probability, 'lower', shape);
  return scale * exp(logarithm);
}
