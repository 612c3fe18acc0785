import type { PlannerTool } from './plannerTool';
import { toolMethods } from './toolMethods';
import { isGrowthBookSequence } from './widenedBySequence';

/** GrowthBook’s planner: the relative change, the baseline’s variance in both variants, a power of 0.8 whatever is asked. */
export const growthBook: PlannerTool = {
  id: 'growthbook',
  name: 'GrowthBook’s planner',
  sizes: 'proportions and means',
  method: ({ kind }) =>
    kind === 'proportion' || kind === 'mean'
      ? toolMethods['relative-lift-baseline-variance']
      : null,
  seen: (comparison) => ({ ...comparison, power: 0.8 }),
  reads: { significanceLevel: true, power: false, sides: false, weights: false },
  looks: isGrowthBookSequence,
  correction: 'none',
  rounded: Math.ceil,
  quirks: ({ analysis }) => [
    ...(isGrowthBookSequence(analysis)
      ? [
          'For sequential testing it widens the standard error instead of the critical value, and counts the look at the end alone: its size is more than what the same interval needs when any look may decide.',
        ]
      : []),
    'It shows weeks, not users: the first week at whose end the power, rounded to whole per cent, is 80 %; from 79.5 % on that is so. Its power is a literal 0.8, whatever target is chosen.',
  ],
};
