import { log } from '../../../stats/elementary/log';
import { normalMethod } from '../normalMethod';
import { logRatioVariance } from './poisson';

/** Wald test of the logarithm of a ratio of rates that vary between units. */
export const negativeBinomial = normalMethod({
  margins: true,
  scale: (value) => log(value),
  variance: (comparison) => logRatioVariance(comparison, comparison.metric.dispersion ?? 0),
  definition: () => ({
    id: 'negative-binomial',
    name: 'Wald test of the log ratio of two negative binomial rates',
    formula:
      'N = (z + z(power))² · ((1/(m₁ t) + k)/w₁ + (1/(m₂ t) + k)/w₂) / ln(m₂/m₁)²; k the dispersion, t the exposure a unit',
    source: 'Zhu and Lakkis, Statistics in Medicine 33, 2014, 376-387',
  }),
});
