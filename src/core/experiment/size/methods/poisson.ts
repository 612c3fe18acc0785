import { log } from '../../../stats/elementary/log';
import type { Comparison } from '../comparison';
import { normalMethod } from '../normalMethod';

/** Variance of the logarithm of a ratio of counts times the total; `dispersion` 0 is Poisson. */
export function logRatioVariance(
  { metric, baseline, target, controlShare, treatmentShare }: Comparison,
  dispersion: number,
): number {
  const exposure = metric.exposure ?? 1;
  return (
    (1 / (baseline * exposure) + dispersion) / controlShare +
    (1 / (target * exposure) + dispersion) / treatmentShare
  );
}

/** Wald test of the logarithm of a ratio of Poisson rates. */
export const poisson = normalMethod({
  margins: true,
  scale: (value) => log(value),
  variance: (comparison) => logRatioVariance(comparison, 0),
  definition: () => ({
    id: 'poisson',
    name: 'Wald test of the log ratio of two Poisson rates',
    formula:
      'N = (z + z(power))² · (1/(w₁ m₁ t) + 1/(w₂ m₂ t)) / ln(m₂/m₁)²; t the exposure a unit',
    source: 'Zhu and Lakkis, Statistics in Medicine 33, 2014, 376-387 (dispersion 0)',
  }),
});
