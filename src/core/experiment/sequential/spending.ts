import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { normalUpperTail } from '../../stats/distributions/normalUpperTail';
import { exp } from '../../stats/elementary/exp';
import { log } from '../../stats/elementary/log';

/** How an error rate is spent as information comes in. */
export type Spending =
  | { readonly kind: 'lan-demets-obrien-fleming' }
  | { readonly kind: 'lan-demets-pocock' }
  | { readonly kind: 'power'; readonly exponent: number }
  /** Spent by the end of each look, as a share of the whole; rising, the last one at most 1. */
  | { readonly kind: 'shares'; readonly shares: readonly number[] };

/** `error` is spent in whole; `look` counts from 0. */
export interface SpendingMoment {
  readonly error: number;
  readonly fraction: number;
  readonly look: number;
}

/**
 * Error spent by the end of a look, of one side.
 *
 * Formula: Lan-DeMets, O'Brien-Fleming type: 2 - 2Φ(z(1 - error/2) / √t); Pocock type: error · ln(1 + (e - 1) t);
 * power family: error · t^exponent (Kim-DeMets).
 * Source: Lan and DeMets, Biometrika 70, 1983, 659-663; Kim and DeMets, Biometrika 74, 1987, 149-154.
 * Range: 0 < fraction <= 1. Accuracy reached: 1e-14 relative; below 1e-300 it is 0.
 */
export function spentBy(spending: Spending, { error, fraction, look }: SpendingMoment): number {
  if (spending.kind === 'shares') return error * (spending.shares[look] ?? 1);
  if (fraction >= 1) return error;
  switch (spending.kind) {
    case 'lan-demets-obrien-fleming':
      return 2 * normalUpperTail(-normalQuantile(error / 2) / Math.sqrt(fraction));
    case 'lan-demets-pocock':
      return error * log(1 + (Math.E - 1) * fraction);
    case 'power':
      return error * exp(spending.exponent * log(fraction));
  }
}
