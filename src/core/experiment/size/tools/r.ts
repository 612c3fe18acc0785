import { sizeMethods } from '../sizeMethods';
import type { PlannerTool } from './plannerTool';

/** Digits that R prints. */
const printedDigits = 7;

/** R’s stats package: power.prop.test and power.t.test, the wrong tail not counted. */
export const r: PlannerTool = {
  id: 'r',
  name: 'R (power.prop.test, power.t.test)',
  sizes: 'proportions and means',
  method: ({ kind, test }) => {
    if (test === 'paired-t') return sizeMethods['paired-t'];
    if (kind === 'mean') return sizeMethods.t;
    return kind === 'proportion' ? sizeMethods['z-pooled'] : null;
  },
  seen: (comparison) => ({ ...comparison, countsWrongTail: false }),
  reads: { significanceLevel: true, power: true, sides: true, weights: false },
  correction: 'none',
  rounded: (perVariant) => Number(perVariant.toPrecision(printedDigits)),
  quirks: () => [
    'It solves to about four decimals unless it is told tol = 1e-13, and leaves rounding up to people.',
  ],
};
