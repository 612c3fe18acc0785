import type { Gate } from '../model/gate';

/** Steps that follow each other by the clock: all at once, percentages, a progression, rings, blue and green. */
export interface FixedStepsSettings {
  readonly kind: 'fixed-steps';
  readonly steps: readonly FixedStep[];
}

export interface FixedStep {
  /** Percent of live traffic. */
  readonly weight: number;
  readonly holdSeconds: number;
  /** Held longer, until the new version has had so many requests in this step. */
  readonly minimumRequests: number;
  /** Whether somebody has to approve the next one. */
  readonly approval: boolean;
  /** Looked at once, at the end of the hold: one that fails rolls back, one without data waits. */
  readonly gates: readonly Gate[];
}
