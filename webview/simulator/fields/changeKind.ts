import {
  type MetricDetail,
  metricKindRules,
  type MetricKind,
} from '../../../src/core/experiment/plan/metricKinds';
import type { PlanMetric } from '../../../src/core/experiment/plan/planSchema';
import { unusedMetricKeys } from '../../../src/core/experiment/size/unusedMetricKeys';
import type { JsonPath } from '../../../src/core/model/json';
import { edits } from './fieldKinds';
import type { FieldEntry } from './planField';

/** Where a baseline starts that the new kind cannot have. */
const usualBaseline: Readonly<Partial<Record<MetricKind, number>>> = {
  proportion: 0.05,
  'time-to-event': 0.2,
  rank: 0.5,
};

/** What the new kind needs, until people write theirs: for a deviation the baseline itself. */
function usualDetail(detail: MetricDetail, baseline: number): number {
  const size = Math.abs(baseline) || 1;
  switch (detail) {
    case 'deviation':
      return size;
    case 'buyerShare':
      return 0.04;
    case 'logDeviation':
      return 1;
    case 'quantile':
      return 0.95;
    default:
      return 1;
  }
}

/** Another kind of metric: with its usual test, and what it needs; what it does not use leaves the file. */
export function changeKind(metric: PlanMetric, path: JsonPath, kind: MetricKind): FieldEntry {
  const rules = metricKindRules[kind];
  const { above, below } = rules.baseline;
  const fits = metric.baseline > above && metric.baseline < below;
  const baseline = fits ? metric.baseline : (usualBaseline[kind] ?? 1);
  const [test] = rules.tests;
  const needs: readonly MetricDetail[] =
    kind === 'quantile' ? [...rules.needs, 'logDeviation'] : rules.needs;
  const missing = needs.filter((key) => metric[key] === undefined);
  const unused = unusedMetricKeys({ ...metric, kind, test }).filter(
    (key) => !(needs as readonly string[]).includes(key),
  );
  return edits(
    { path: [...path, 'kind'], value: kind },
    { path: [...path, 'test'] },
    ...(fits ? [] : [{ path: [...path, 'baseline'], value: baseline }]),
    ...missing.map((key) => ({ path: [...path, key], value: usualDetail(key, baseline) })),
    ...unused.map((key) => ({ path: [...path, key] })),
  );
}
