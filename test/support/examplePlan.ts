import type {
  Plan,
  PlanDesign,
  PlanMetric,
  PlanTraffic,
  PlanVariant,
} from '../../src/core/experiment/plan/planSchema';

/** The README's plan: one-click checkout, 5.2 % conversion, 5 % more of it. */
export const examplePlan: Plan = {
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
  traffic: { newUnitsPerDay: 12_000, exposedShare: 1 },
};

/** What of the example plan is to be otherwise; `metric` changes its only metric. */
export interface PlanChanges {
  readonly unit?: string;
  readonly weights?: readonly number[];
  readonly variants?: readonly PlanVariant[];
  readonly metric?: Partial<PlanMetric>;
  readonly moreMetrics?: readonly Partial<PlanMetric>[];
  readonly design?: Partial<PlanDesign>;
  readonly traffic?: Partial<PlanTraffic>;
}

const variantNames = ['control', 'treatment', 'second', 'third', 'fourth'];

/** The example plan with changes. */
export function planWith(changes: PlanChanges): Plan {
  const [metric] = examplePlan.metrics;
  if (metric === undefined) throw new Error('The example plan has a metric.');
  const weighted = changes.weights?.map((weight, i) => ({
    name: variantNames[i] ?? `variant-${i}`,
    weight,
  }));
  return {
    ...examplePlan,
    unit: changes.unit ?? examplePlan.unit,
    variants: changes.variants ?? weighted ?? examplePlan.variants,
    metrics: [
      { ...metric, ...changes.metric },
      ...(changes.moreMetrics ?? []).map((more) => ({ ...metric, ...more })),
    ],
    design: { ...examplePlan.design, ...changes.design },
    traffic: { ...examplePlan.traffic, ...changes.traffic },
  };
}
