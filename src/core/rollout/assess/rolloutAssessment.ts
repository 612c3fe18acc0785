import type { MetricName } from '../release/metricName';
import type { RolloutResult } from '../simulate/rolloutResult';
import type { OperatingPoint } from './operatingCurve';
import type { SmallestCaught } from './smallestCaught';

/** What a rollout is worth: the release under test, a good one, and all in between. JSON-safe. */
export interface RolloutAssessment {
  /** The metric that the release changes, and where it stands in shares or milliseconds. */
  readonly metric: MetricName;
  readonly normal: number;
  readonly underTest: number;
  /** Of the release under test. */
  readonly bad: RolloutResult;
  /** Of one that changes nothing. */
  readonly good: RolloutResult;
  readonly curve: readonly OperatingPoint[];
  /** Rolled back in 80 % of launches. */
  readonly smallestCaught: SmallestCaught | null;
  /** False aborts a year at the team's rate of releases. */
  readonly falseAbortsPerYear: number | null;
  readonly falseAbortsPerYearStandardError: number | null;
  /** The chance that a release that is rolled back is bad, given how many are; null where none is rolled back. */
  readonly valueOfAbort: number | null;
  readonly valueOfAbortStandardError: number | null;
}
