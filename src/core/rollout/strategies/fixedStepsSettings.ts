import type { Gate } from '../model/gate';

/** Steps that follow each other by the clock: all at once, percentages, a progression, rings, blue and green. */
export interface FixedStepsSettings {
  readonly kind: 'fixed-steps';
  readonly steps: readonly FixedStep[];
  /** Failed looks that are put up with, in all: one more rolls back. Left out: 0. */
  readonly failureLimit?: number;
  /** Of a switch: how long the old side lives on after all traffic has moved. Left out: always. */
  readonly keepOldSeconds?: number;
}

export interface FixedStep {
  /** Percent of live traffic. */
  readonly weight: number;
  readonly holdSeconds: number;
  /** Held longer, until the new version has had so many requests in this step. */
  readonly minimumRequests: number;
  /** Whether somebody has to approve the next one. */
  readonly approval: boolean;
  /** Looked at each interval, or once at the end of the hold: a look fails with one that fails; one without data waits. */
  readonly gates: readonly Gate[];
  readonly intervalSeconds?: number;
  /** Requests a second of a test, besides live traffic. */
  readonly testRequestsPerSecond?: number;
  /** Of which segments the new version's requests are, as shares of them. Left out: as all requests. */
  readonly mix?: Readonly<Record<string, number>>;
}
