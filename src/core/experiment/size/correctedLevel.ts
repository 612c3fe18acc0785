import { normalUpperTail } from '../../stats/distributions/normalUpperTail';
import { expm1 } from '../../stats/elementary/expm1';
import { log1p } from '../../stats/elementary/log1p';
import type { PlanDesign } from '../plan/planSchema';
import { dunnettCritical } from './dunnettCritical';

/** How many comparisons share one risk of a false alarm, and how they hang together. */
export interface ComparisonFamily {
  readonly metrics: number;
  /** Share of all units in each variant, the control first. */
  readonly shares: readonly number[];
}

/**
 * Significance level that a single comparison is sized at. The stepwise procedures (Holm, Hochberg, Benjamini-Hochberg)
 * test their hardest step at the level divided by the number of comparisons: sized at that, power is at least what is
 * planned whatever the other comparisons do.
 *
 * Source: Hsu, Multiple Comparisons, 1996; Benjamini and Hochberg, JRSS B 57, 1995, 289-300; Dunnett, JASA 50, 1955.
 */
export function correctedLevel(
  { correction = 'none', significanceLevel, sides }: PlanDesign,
  { metrics, shares }: ComparisonFamily,
): number {
  const count = metrics * (shares.length - 1);
  if (count < 2) return significanceLevel;
  switch (correction) {
    case 'none':
      return significanceLevel;
    case 'sidak':
      return -expm1(log1p(-significanceLevel) / count);
    case 'dunnett': {
      const [control = 1, ...treatments] = shares;
      const loadings = treatments.map((share) => Math.sqrt(share / (share + control)));
      const level = significanceLevel / metrics;
      const tails = sides === 'two' ? 2 : 1;
      return tails * normalUpperTail(dunnettCritical({ loadings, level, sides: tails }));
    }
    default:
      return significanceLevel / count;
  }
}
