import type { Comparison } from '../comparison';
import { tMethod, type TPrecision } from '../tMethod';

/** Deviation of a unit's difference: the plan's itself, or from that of one measurement and their correlation. */
function differenceDeviation({ metric }: Comparison): number {
  const { deviation = NaN, pairCorrelation } = metric;
  return pairCorrelation === undefined
    ? deviation
    : deviation * Math.sqrt(2 * (1 - pairCorrelation));
}

function precision(comparison: Comparison, total: number): TPrecision {
  return { standardError: differenceDeviation(comparison) / Math.sqrt(total), df: total - 1 };
}

/** t test of the differences within units that have both variants. Totals count units. */
export const pairedT = tMethod({
  paired: true,
  precision,
  definition: () => ({
    id: 'paired-t',
    name: 'Paired t test, exact by the noncentral t',
    formula:
      'power = P(T > t(n − 1)) with T noncentral t, ncp = d √n / s; s the deviation of the differences',
    source:
      'Chow, Shao and Wang, Sample Size Calculations in Clinical Research, 2nd edition 2008, section 3.1; R power.t.test(type = "paired")',
  }),
});
