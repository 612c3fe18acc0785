import type { PlannerTool } from './plannerTool';
import { toolMethods } from './toolMethods';

/** PostHog’s recommendation: the rule of 16, whatever level and power. */
export const postHog: PlannerTool = {
  id: 'posthog',
  name: 'PostHog’s recommendation',
  sizes: 'proportions',
  method: ({ kind }) => (kind === 'proportion' ? toolMethods['rule-of-16'] : null),
  reads: { significanceLevel: false, power: false, sides: false, weights: false },
  correction: 'none',
  rounded: Math.ceil,
  quirks: () => [
    '16 stands for 2 (1.96 + 0.84)² = 15.7: a level of 5 %, two sides and a power of 80 %.',
  ],
};
