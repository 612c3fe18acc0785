/** One part of a latency: lognormal, in milliseconds; `logMean` is the natural logarithm of its median. */
export interface LatencyPart {
  /** Share of requests, 0 to 1; those of all parts add up to 1. */
  readonly share: number;
  readonly logMean: number;
  readonly logDeviation: number;
  /** Milliseconds that each request takes besides. Left out: 0. */
  readonly delayMs?: number;
}

/** How a metric stands in normal operation and in the release under test. */
export type MetricBehaviour =
  /** Share of requests that are bad (or, for a conversion, good), 0 to 1. */
  | { readonly kind: 'share'; readonly baseline: number; readonly canary: number }
  | {
      readonly kind: 'latency';
      readonly baseline: readonly LatencyPart[];
      readonly canary: readonly LatencyPart[];
    }
  /** A number that is scraped: saturation, a queue's length. */
  | {
      readonly kind: 'gauge';
      readonly baseline: number;
      readonly canary: number;
      /** Standard deviation of one scrape. */
      readonly deviation: number;
    };
