import { normalCdf } from '../../../stats/distributions/normalCdf';
import type { Comparison } from '../comparison';
import { normalMethod } from '../normalMethod';

/** Chance that a unit of treatment has more than one of control: the metric itself for ranks; for a mean that of shifted normals. */
function chanceOfMore(value: number, { metric, baseline }: Comparison): number {
  if (metric.kind === 'rank') return value;
  return normalCdf((value - baseline) / ((metric.deviation ?? NaN) * Math.SQRT2));
}

/** Mann-Whitney test (Wilcoxon rank sum). */
export const mannWhitney = normalMethod({
  margins: false,
  scale: chanceOfMore,
  variance: ({ controlShare, treatmentShare }) => (1 / controlShare + 1 / treatmentShare) / 12,
  definition: () => ({
    id: 'mann-whitney',
    name: 'Mann-Whitney test (Noether)',
    formula: 'N = (z + z(power))² · (1/w₁ + 1/w₂) / (12 (P(Y > X) − ½)²)',
    source: 'Noether, Journal of the American Statistical Association 82, 1987, 645-647',
  }),
});
