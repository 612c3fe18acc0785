import { type AnalysisTest, analysisMethods } from '../../experiment/analysis/tests/registry';
import { metricKindRules, type MetricKind } from '../../experiment/plan/metricKinds';
import type { AnalysisRule } from './analysisRule';

/** One look at the end by a test. */
export function testRule(
  id: string,
  test: AnalysisTest,
  kinds: readonly MetricKind[],
): AnalysisRule {
  const name = analysisMethods[test]?.name ?? test;
  return {
    id,
    title: `${name}, one look at the end`,
    terms: ({ metric }) =>
      kinds.includes(metric.kind)
        ? { test, analysis: { kind: 'fixed-horizon' } }
        : `The rule "${id}" is no test for ${metricKindRules[metric.kind].noun}: it takes ${kinds.map((kind) => metricKindRules[kind].noun).join(', ')}.`,
  };
}
