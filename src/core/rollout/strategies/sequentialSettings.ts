/** Steps judged by Flaglab's own sequential test of both versions. */
export interface SequentialSettings {
  readonly kind: 'sequential';
  readonly steps: readonly {
    readonly weight: number;
    readonly holdSeconds: number;
    /** Held longer, until the new version has had so many requests in this step. Left out: 0. */
    readonly minimumRequests?: number;
    /** Whether somebody has to approve the next step. Left out: false. */
    readonly approval?: boolean;
  }[];
  /** A look each such time. */
  readonly intervalSeconds: number;
  /** The most that good releases are rolled back for, over all looks and metrics: 0 to 1. */
  readonly falseAbortRate: number;
  readonly metrics: readonly SequentialMetric[];
}

/** A share of bad requests that is compared, and bounded. */
export interface SequentialMetric {
  readonly metric: string;
  /** The new version's share over the old one's that is still allowed: 1 is no worse. */
  readonly largestRatio: number;
  /** The share that is allowed whatever the old version does; null: any. */
  readonly limit: number | null;
}
