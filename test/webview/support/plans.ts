import type { Plan } from '../../../src/core/experiment/plan/planSchema';

/** The plan of the README: 5.2 % conversion, 5 % relative, 12,000 users a day. */
export const checkoutPlan: Plan = {
  version: 1,
  flag: 'one_click_checkout',
  hypothesis: 'One-click checkout raises conversion.',
  unit: 'user',
  variants: [
    { name: 'control', weight: 50 },
    { name: 'treatment', weight: 50 },
  ],
  metrics: [
    {
      name: 'conversion',
      role: 'primary',
      kind: 'proportion',
      baseline: 0.052,
      direction: 'increase',
      minimumDetectableEffect: { relative: 0.05 },
      test: 'z-unpooled',
    },
  ],
  design: { significanceLevel: 0.05, power: 0.8, sides: 'two', analysis: 'fixed-horizon' },
  traffic: { newUnitsPerDay: 12000, exposedShare: 1 },
};
