import { betaTail } from '../special/betaTail';
import { type DirectTail, tailOf } from '../special/directTail';

/**
 * Either tail of the F distribution with df1 and df2 degrees of freedom, computed directly where it is the smaller part.
 *
 * Formula: I_x(df1/2, df2/2) with x = df1 f / (df1 f + df2), or its complement.
 * Source: Abramowitz and Stegun 26.6.2.
 * Range: all f, df1 and df2 positive (NaN elsewhere). Accuracy reached: as `betaCdf`.
 */
export function fTail(side: DirectTail['side'], f: number, df1: number, df2: number): number {
  if (!(df1 > 0) || !(df2 > 0) || Number.isNaN(f)) return NaN;
  if (f <= 0) return side === 'lower' ? 0 : 1;
  const weighted = (df1 / df2) * f;
  if (weighted === Infinity) return side === 'lower' ? 1 : 0;
  const y = 1 / (1 + weighted);
  return tailOf(betaTail(weighted * y, y, df1 / 2, df2 / 2), side);
}
