import { normalDensity } from '../../stats/distributions/normalDensity';
import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { normalUpperTail } from '../../stats/distributions/normalUpperTail';

/** What a significant result is worth at low power. */
export interface Exaggeration {
  /** Chance of significance: either way, or with one side the planned way. */
  readonly power: number;
  /** Chance that a significant estimate has the wrong sign (type S). */
  readonly typeS: number;
  /** By how much a significant estimate exceeds the true effect on average (type M, the winner's curse). */
  readonly typeM: number;
}

/**
 * Type S and type M error of a test whose estimate is normal.
 *
 * Formula: X ~ N(d, 1), significant where |X| > z: type S = P(X < -z) / power, type M = E(|X|; |X| > z) / (d · power). One-sided: significant where X > z
 * only, with z of α instead of α/2, so that a significant estimate never has the wrong sign.
 * Source: Gelman and Carlin, Perspectives on Psychological Science 9, 2014, 641-651.
 * Range: effectInStandardErrors > 0, 0 < significanceLevel < 1. Accuracy reached: 1e-13 relative.
 */
export function exaggerationOf(
  effectInStandardErrors: number,
  { significanceLevel, sides }: { readonly significanceLevel: number; readonly sides: 1 | 2 },
): Exaggeration {
  const d = effectInStandardErrors;
  const z = -normalQuantile(significanceLevel / sides);
  const right = normalUpperTail(z - d);
  const wrong = sides === 2 ? normalUpperTail(z + d) : 0;
  const power = right + wrong;
  const mean =
    d * (right - wrong) + normalDensity(z - d) + (sides === 2 ? normalDensity(z + d) : 0);
  return { power, typeS: wrong / power, typeM: mean / (d * power) };
}
