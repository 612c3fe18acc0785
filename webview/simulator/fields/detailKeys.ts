import { metricKindRules } from '../../../src/core/experiment/plan/metricKinds';
import type { PlanMetric } from '../../../src/core/experiment/plan/planSchema';

/** Keys of a metric that describe its spread: those it cannot be sized without, and those that may be left out. */
export interface DetailKeys {
  readonly needed: readonly string[];
  readonly optional: readonly string[];
}

/** What kind and test call for. */
export function detailKeys({ kind, test, density, logDeviation }: PlanMetric): DetailKeys {
  const { needs } = metricKindRules[kind];
  switch (kind) {
    case 'proportion':
      return { needed: test === 'mcnemar' ? ['discordantShare'] : [], optional: [] };
    case 'mean':
      return {
        needed: needs,
        optional: [test === 'paired-t' ? 'pairCorrelation' : 'treatmentDeviation'],
      };
    case 'count':
      return { needed: [], optional: test.startsWith('poisson') ? [] : ['dispersion'] };
    case 'rate':
      return {
        needed: [],
        optional: ['exposure', ...(test.startsWith('poisson') ? [] : ['dispersion'])],
      };
    case 'ratio':
      return {
        needed: needs,
        optional: ['denominatorMean', 'denominatorDeviation', 'numeratorDenominatorCorrelation'],
      };
    case 'quantile':
      return logDeviation === undefined && density !== undefined
        ? { needed: [...needs, 'density'], optional: ['logDeviation'] }
        : { needed: [...needs, 'logDeviation'], optional: ['density'] };
    default:
      return { needed: needs, optional: [] };
  }
}
