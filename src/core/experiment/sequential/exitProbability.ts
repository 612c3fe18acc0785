import { normalUpperTail } from '../../stats/distributions/normalUpperTail';
import { exp } from '../../stats/elementary/exp';
import type { Subdensity } from './subdensity';

/** What is beyond a score at the next look, under a drift. */
export interface Exit {
  /** Share of information at the next look. */
  readonly fraction: number;
  /** z at the next look. */
  readonly z: number;
  readonly side: 'above' | 'below';
  /** Expected z at full information: 0 with no effect. */
  readonly drift: number;
}

/**
 * Probability to have gone on so far and to be beyond z at the next look.
 *
 * Formula: ∫ g(s) e^(θs - θ²t/2) Φ((s + θΔ - b) / √Δ) ds. The factor is the likelihood ratio of a drift θ: paths
 * with an effect need no recursion of their own.
 * Accuracy reached: 1e-12 relative, in tails too.
 */
export function exitProbability(
  { fraction: before, nodes, mass }: Subdensity,
  { fraction, z, side, drift }: Exit,
): number {
  if (z === Infinity || z === -Infinity) {
    if (side === (z > 0 ? 'above' : 'below')) return 0;
  }
  const step = fraction - before;
  const deviation = Math.sqrt(step);
  const bound = z * Math.sqrt(fraction);
  const sign = side === 'above' ? 1 : -1;
  const likelihood = -0.5 * drift * drift * before;
  let sum = 0;
  for (let i = 0; i < nodes.length; i += 1) {
    const node = nodes[i] as number;
    const tail = normalUpperTail((sign * (bound - node - drift * step)) / deviation);
    sum += (mass[i] as number) * tail * (drift === 0 ? 1 : exp(drift * node + likelihood));
  }
  return sum;
}
