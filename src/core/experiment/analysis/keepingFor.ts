import type { PlanMetric } from '../plan/planSchema';
import { testOf } from './compareArms';
import type { ReadingOptions } from './data/resultsReader';
import { type AnalysisTest, analysisMethods } from './tests/registry';

/** What has to be kept of each metric for its test. */
export function keepingFor(tests: Readonly<Record<string, AnalysisTest>>): ReadingOptions['keep'] {
  return (metric: PlanMetric) => {
    const needs = analysisMethods[testOf(metric, tests)]?.needs ?? {};
    return {
      values: needs.values === true || metric.kind === 'quantile',
      buckets: needs.buckets === true,
      pairs: needs.pairs === true,
    };
  };
}
