import { asin } from '../../../stats/elementary/asin';
import { normalMethod } from '../normalMethod';
import { tailInWords } from './tailInWords';

/** Cohen's h: the variance-stabilising transform of a proportion; what pwr and statsmodels size by. */
export const arcsine = normalMethod({
  margins: true,
  scale: (value) => 2 * asin(Math.sqrt(value)),
  variance: ({ controlShare, treatmentShare }) => 1 / controlShare + 1 / treatmentShare,
  definition: (comparison) => ({
    id: 'arcsine',
    name: 'Two proportions after the arcsine transform (Cohen’s h)',
    formula: `N = (z(1 − ${tailInWords(comparison)}) + z(power))² (1/w₁ + 1/w₂) / h²; h = 2 asin √p₂ − 2 asin √p₁`,
    source:
      'Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd edition 1988, chapter 6',
  }),
});
