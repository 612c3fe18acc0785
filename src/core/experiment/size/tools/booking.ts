import { sizeMethods } from '../sizeMethods';
import type { PlannerTool } from './plannerTool';

/** Booking.com’s powercalculator: unpooled z, Šidák over several treatments, equal variants. */
export const booking: PlannerTool = {
  id: 'booking',
  name: 'Booking.com’s powercalculator',
  sizes: 'proportions and means',
  method: ({ kind }) => {
    if (kind === 'mean') return sizeMethods.normal;
    return kind === 'proportion' ? sizeMethods['z-unpooled'] : null;
  },
  seen: (comparison) => ({ ...comparison, countsWrongTail: false }),
  reads: { significanceLevel: true, power: true, sides: false, weights: false },
  correction: 'sidak',
  rounded: Math.ceil,
  quirks: () => ['It starts with a false positive rate of 10 %; here it has the plan’s.'],
};
