import type { PlanMetric } from '../../plan/planSchema';
import type { MetricSums } from '../data/metricSums';
import type { PairSums } from '../data/pairSums';
import type { ResamplingBuckets } from '../data/resamplingBuckets';
import type { ValueStore } from '../data/valueStore';
import type { Evidence } from './evidence';

/** One variant's data of a metric. */
export interface Arm {
  readonly sums: MetricSums;
  readonly values: ValueStore | null;
  readonly buckets: ResamplingBuckets | null;
}

/** What a test is given: control and treatment of one metric. */
export interface TestInput {
  readonly metric: PlanMetric;
  readonly control: Arm;
  readonly treatment: Arm;
  readonly pairs: PairSums | null;
  /** For resampling. */
  readonly seed: number;
}

/** What a test needs of the data. */
export interface TestNeeds {
  readonly values?: boolean;
  readonly buckets?: boolean;
  readonly pairs?: boolean;
  /** Each unit's own value, or its spread: counts of events are not enough. */
  readonly spread?: boolean;
}

/** A statistical test of results. One file each; `analysisMethods` names them all. */
export interface AnalysisMethod {
  readonly name: string;
  readonly source: string;
  readonly needs: TestNeeds;
  /** Whether the difference of means may be adjusted for a measurement before (CUPED). */
  readonly adjusts: boolean;
  readonly evidence: (input: TestInput) => Evidence;
}
