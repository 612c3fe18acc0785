import { exitProbability } from './exitProbability';
import type { LookBound } from './lookBound';
import type { Recursion } from './recursion';
import type { Subdensity } from './subdensity';

/** Chances to stop at each look, by reason. */
export interface CrossingProbabilities {
  readonly success: readonly number[];
  /** Significant the wrong way. */
  readonly wrong: readonly number[];
  /** At the last look 0: what has no result there ends without one. */
  readonly futility: readonly number[];
}

/** Chance to stop at each look when the expected z at full information is `drift`. */
export function crossingProbabilities(
  { looks, reaching }: Recursion,
  drift: number,
): CrossingProbabilities {
  const at = (side: 'above' | 'below', z: number, k: number): number => {
    const { fraction } = looks[k] as LookBound;
    return exitProbability(reaching[k] as Subdensity, { fraction, z, side, drift });
  };
  return {
    success: looks.map(({ upper }, k) => at('above', upper, k)),
    wrong: looks.map(({ lower }, k) => at('below', lower, k)),
    futility: looks.map(({ futility, upper, lower }, k) => {
      if (futility === null || k === looks.length - 1) return 0;
      const high = Math.min(futility.high, upper);
      const low = Math.max(futility.low, lower);
      if (!(high > low)) return 0;
      const below = at('below', high, k);
      return low === -Infinity ? below : below - at('below', low, k);
    }),
  };
}

/** Chance of a success at some look: that part of `crossingProbabilities` alone, for those who ask again and again. */
export function successProbability({ looks, reaching }: Recursion, drift: number): number {
  return looks.reduce((sum, { fraction, upper: z }, k) => {
    const from = reaching[k] as Subdensity;
    return sum + exitProbability(from, { fraction, z, side: 'above', drift });
  }, 0);
}

/** Sum of chances over looks. */
export function totalOf(chances: readonly number[]): number {
  return chances.reduce((sum, chance) => sum + chance, 0);
}
