import type { PlanMetric } from '../plan/planSchema';
import { hypothesisOf } from './hypothesisOf';

type Key = keyof PlanMetric;

/** Which of the details a kind uses, whatever its test. */
const usedByKind: Readonly<Record<PlanMetric['kind'], readonly Key[]>> = {
  proportion: ['label', 'discordantShare'],
  mean: ['deviation', 'treatmentDeviation', 'pairCorrelation'],
  count: ['dispersion'],
  rate: ['dispersion', 'exposure'],
  ratio: [
    'deviation',
    'denominatorMean',
    'denominatorDeviation',
    'numeratorDenominatorCorrelation',
  ],
  revenue: ['buyerShare', 'logDeviation'],
  quantile: ['quantile', 'density', 'logDeviation'],
  'time-to-event': [],
  rank: [],
};

const details: readonly Key[] = [...new Set(Object.values(usedByKind).flat())];

/** Keys that are written but change nothing for the metric's kind, test and hypothesis. */
export function unusedMetricKeys(metric: PlanMetric): readonly string[] {
  const used = new Set<Key>(usedByKind[metric.kind]);
  if (metric.test === 'poisson' || metric.test === 'poisson-score') used.delete('dispersion');
  if (metric.test !== 'mcnemar') used.delete('discordantShare');
  if (metric.test !== 'paired-t') used.delete('pairCorrelation');
  const isSuperiority = hypothesisOf(metric) === 'superiority';
  const effect = metric.minimumDetectableEffect;
  const isWritten = !('absolute' in effect && effect.absolute === 0);
  const unseen: readonly Key[] = isWritten ? ['minimumDetectableEffect'] : [];
  const byHypothesis: readonly Key[] = isSuperiority ? ['margin', 'expectedDifference'] : unseen;
  return [...details, ...byHypothesis].filter(
    (key) => metric[key] !== undefined && (byHypothesis.includes(key) || !used.has(key)),
  );
}
