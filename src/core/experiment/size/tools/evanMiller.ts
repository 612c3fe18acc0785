import type { Comparison } from '../comparison';
import type { PlannerTool } from './plannerTool';
import { toolMethods } from './toolMethods';

/** Above one half it takes 1 - p for the baseline and still adds the effect to it. */
function mirrored(comparison: Comparison): Comparison {
  const baseline = Math.min(comparison.baseline, 1 - comparison.baseline);
  const effect = Math.abs(comparison.effect);
  return { ...comparison, baseline, effect, target: baseline + effect };
}

/** The calculator at evanmiller.org: two proportions, the null variance from the baseline alone. */
export const evanMiller: PlannerTool = {
  id: 'evan-miller',
  name: 'Evan Miller’s calculator',
  sizes: 'proportions',
  method: ({ kind }) => (kind === 'proportion' ? toolMethods['null-variance-from-baseline'] : null),
  seen: mirrored,
  reads: { significanceLevel: true, power: true, sides: false, weights: false },
  correction: 'none',
  rounded: Math.round,
  quirks: ({ baseline, effect }) =>
    baseline > 0.5 || effect < 0
      ? [
          'It takes a baseline above one half for 1 less it, and adds the effect to that: for an increase towards 1, or a decrease, it sizes another change than the plan’s.',
        ]
      : [],
};
