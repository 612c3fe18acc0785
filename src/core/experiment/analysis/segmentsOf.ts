import { adjustedPValues } from '../../stats/tests/adjustedPValues';
import type { Plan } from '../plan/planSchema';
import type { SegmentAnswer } from './analysis';
import type { MetricData } from './data/metricData';
import type { MetricSums } from './data/metricSums';
import type { ResultsData } from './data/resultsData';
import type { AnalysisMethod } from './tests/analysisMethod';
import { deltaMethodRatio } from './tests/deltaMethodRatio';
import { poissonScoreTest } from './tests/poissonScoreTest';
import { welchTest } from './tests/welchTest';
import { zUnpooled } from './tests/zUnpooled';

/** Effects on the primary metrics within segments, at the plan's level and unadjusted: exploratory. */
export function segmentsOf(plan: Plan, data: ResultsData): readonly SegmentAnswer[] {
  const found = data.metrics
    .filter(({ metric, hasSpread }) => metric.role === 'primary' && hasSpread)
    .flatMap((metric) => ofMetric(plan, data, metric));
  const adjusted = adjustedPValues(
    found.map(({ p }) => p),
    'benjamini-hochberg',
  );
  return found.map((answer, i) => ({ ...answer, adjustedP: adjusted[i] ?? 1 }));
}

/** The usual test of differences; ranks and quantiles are not kept by segment. */
function methodOf({ metric }: MetricData): AnalysisMethod | null {
  switch (metric.kind) {
    case 'proportion':
      return zUnpooled;
    case 'mean':
    case 'revenue':
    case 'count':
      return welchTest;
    case 'rate':
      return poissonScoreTest;
    case 'ratio':
      return deltaMethodRatio;
    case 'quantile':
    case 'rank':
    case 'time-to-event':
      return null;
  }
}

function ofMetric(plan: Plan, data: ResultsData, metric: MetricData): readonly SegmentAnswer[] {
  const method = methodOf(metric);
  if (method === null) return [];
  return metric.segments.flatMap((sums, segment) =>
    plan.variants.slice(1).flatMap(({ name }, i) => {
      const [control, treatment] = [sums[0] as MetricSums, sums[i + 1] as MetricSums];
      if (control.units < 2 || treatment.units < 2) return [];
      const evidence = method.evidence({
        metric: metric.metric,
        control: { sums: control, values: null, buckets: null },
        treatment: { sums: treatment, values: null, buckets: null },
        pairs: null,
        seed: 1,
      });
      if (!((evidence.standardError ?? 0) > 0)) return [];
      const interval = evidence.interval(plan.design.significanceLevel / 2);
      const p = evidence.pValue(0, 'two-sided');
      return [
        {
          segment: data.segments[segment] ?? '',
          metric: metric.metric.name,
          treatment: name,
          units: control.units + treatment.units,
          difference: evidence.estimate,
          low: interval?.low ?? NaN,
          high: interval?.high ?? NaN,
          p,
          adjustedP: p,
        },
      ];
    }),
  );
}
