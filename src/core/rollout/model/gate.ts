import type { VerdictTable } from './verdictTable';

/** What a query gives, as a function of what a metric does in its window. `scale` turns the unit of the metric into the query's. */
export type Signal =
  /** Share of requests (0 to 1) that are bad, or good, times `scale`. */
  | {
      readonly kind: 'share';
      readonly metric: string;
      readonly of: 'bad' | 'good';
      readonly scale: number;
    }
  /** Number of bad requests in the window, or in a second of it, times `scale`. */
  | {
      readonly kind: 'count';
      readonly metric: string;
      readonly per: 'window' | 'second';
      readonly scale: number;
    }
  /** Quantile of a latency, in milliseconds times `scale`. */
  | {
      readonly kind: 'quantile';
      readonly metric: string;
      readonly quantile: number;
      readonly scale: number;
    }
  /** Mean over the window of a number that is scraped, times `scale`. */
  | { readonly kind: 'gauge'; readonly metric: string; readonly scale: number };

/** A query with a window and a condition. */
export interface Gate {
  readonly name: string;
  readonly signal: Signal;
  readonly windowSeconds: number;
  readonly verdicts: VerdictTable;
}
