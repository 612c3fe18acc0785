import { describe, expect, test } from 'vitest';
import { planSchema, type Plan } from '../../../../../src/core/experiment/plan/planSchema';

/** The smallest plan the issue allows, as data. */
const least = {
  version: 1,
  flag: 'one_click_checkout',
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
      minimumDetectableEffect: { relative: 0.05 },
    },
  ],
};

describe('plan schema', () => {
  test('fills in the usual defaults', () => {
    const plan: Plan = planSchema.parse(least);
    expect(plan).toEqual({
      ...least,
      hypothesis: '',
      unit: 'user',
      metrics: [{ ...least.metrics[0], direction: 'increase', test: 'z-unpooled' }],
      design: { significanceLevel: 0.05, power: 0.8, sides: 'two', analysis: 'fixed-horizon' },
      traffic: { newUnitsPerDay: 0, exposedShare: 1 },
    });
  });

  test('types tell the two kinds of effect apart', () => {
    const effect = (planSchema.parse(least) as Plan).metrics[0]!.minimumDetectableEffect;
    expect('relative' in effect ? effect.relative : effect.absolute).toBe(0.05);
  });
});
