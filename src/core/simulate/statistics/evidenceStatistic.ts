import { MetricSums } from '../../experiment/analysis/data/metricSums';
import { ResamplingBuckets } from '../../experiment/analysis/data/resamplingBuckets';
import { ValueBudget, ValueStore } from '../../experiment/analysis/data/valueStore';
import { hypothesisTest } from '../../experiment/analysis/hypothesisTest';
import type { Question } from '../../experiment/analysis/question';
import type { AnalysisMethod, Arm } from '../../experiment/analysis/tests/analysisMethod';
import { noEffect } from '../../experiment/analysis/tests/evidence';
import { normalQuantile } from '../../stats/distributions/normalQuantile';
import type { ArmColumns } from '../launch/launchData';
import type { LaunchStatistic } from './launchStatistic';

const leastTail = 1e-300;

/** Any test of the analysis of results, on synthetic data: its p-values as normal scores. */
export function evidenceStatistic(method: AnalysisMethod, question: Question): LaunchStatistic {
  const isMargin = question.hypothesis !== 'superiority';
  return {
    score: ({ control, treatment, centre }, step) => {
      if ((control.units[step] as number) < 2 || (treatment.units[step] as number) < 2) return NaN;
      const evidence = method.evidence({
        metric: question.metric,
        control: armAt(control, { step, centre, method }),
        treatment: armAt(treatment, { step, centre, method }),
        pairs: null,
        seed: 1,
      });
      if (isMargin) return -normalQuantile(atLeast(hypothesisTest(evidence, question).p));
      const nullValue = noEffect(evidence.scale);
      const greater = evidence.pValue(nullValue, 'greater');
      if (question.sides === 1) {
        const less = evidence.pValue(nullValue, 'less');
        return question.better === 1
          ? -normalQuantile(atLeast(greater))
          : normalQuantile(atLeast(less));
      }
      const size = -normalQuantile(atLeast(evidence.pValue(nullValue, 'two-sided') / 2));
      return greater <= 0.5 ? size : -size;
    },
  };
}

function atLeast(p: number): number {
  return p < leastTail ? leastTail : p > 1 - 1e-16 ? 1 - 1e-16 : p;
}

/** The sums of one variant at a step, and its values where the test needs them. */
export function armAt(
  columns: ArmColumns,
  {
    step,
    centre,
    method,
  }: { readonly step: number; readonly centre: number; readonly method: AnalysisMethod },
): Arm {
  const n = columns.units[step] as number;
  const y = (columns.y[step] as number) / n;
  const d = (columns.d[step] as number) / n;
  const sums = new MetricSums();
  sums.addMany(n, centre + y, Math.max(0, (columns.yy[step] as number) - n * y * y));
  sums.denominatorMean = d;
  sums.denominatorSquares = Math.max(0, (columns.dd[step] as number) - n * d * d);
  sums.denominatorProducts = (columns.yd[step] as number) - n * y * d;
  const { values } = columns;
  const { needs } = method;
  if (values === null || (needs.values !== true && needs.buckets !== true)) {
    return { sums, values: null, buckets: null };
  }
  const store = needs.values === true ? new ValueStore(new ValueBudget(Infinity)) : null;
  const buckets = needs.buckets === true ? new ResamplingBuckets() : null;
  for (let i = 0; i < n; i += 1) {
    const value = values.all[i] as number;
    store?.add(value);
    buckets?.add(value, 1);
  }
  return { sums, values: store, buckets };
}
