import { sizeMethods } from '../sizeMethods';
import type { PlannerTool } from './plannerTool';

/** Python’s statsmodels: NormalIndPower on Cohen’s h, TTestIndPower and TTestPower, both tails counted. */
export const statsmodels: PlannerTool = {
  id: 'statsmodels',
  name: 'statsmodels (NormalIndPower, TTestIndPower)',
  sizes: 'proportions and means',
  method: ({ kind, test }) => {
    if (test === 'paired-t') return sizeMethods['paired-t'];
    if (kind === 'mean') return sizeMethods.t;
    return kind === 'proportion' ? sizeMethods.arcsine : null;
  },
  seen: (comparison) => ({ ...comparison, countsWrongTail: true }),
  reads: { significanceLevel: true, power: true, sides: true, weights: true },
  correction: 'none',
  rounded: (perVariant) => perVariant,
  quirks: () => [
    'It prints the unrounded size of the first sample (nobs1); the other is nobs1 times the ratio.',
  ],
};
