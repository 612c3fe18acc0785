import type { MetricData } from './metricData';

/** What a file of results says, as far as tests need it. */
export interface ResultsData {
  readonly kind: 'rows' | 'counts';
  /** Units of each variant, in the plan's order. */
  readonly units: readonly number[];
  readonly rows: number;
  readonly metrics: readonly MetricData[];
  readonly segments: readonly string[];
  /** First and last day, as YYYY-MM-DD; null without a column `date`. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Whether several rows were put together to one unit. */
  readonly hasGroupedRows: boolean;
  /** Whether each unit was seen to come once: null without a column `unit`, false where there were too many to check. */
  readonly areUnitsChecked: boolean | null;
  readonly unusedColumns: readonly string[];
}
