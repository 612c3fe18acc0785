import type { JsonValue } from '../../../src/core/model/json';
import type { PlanEdit } from '../../../src/core/experiment/plan/planEdit';
import { presetTexts as texts } from './texts';

/** An example to start from: metrics with usual numbers. Flag, variants and traffic stay those of the plan. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly edits: readonly PlanEdit[];
}

function preset(
  id: keyof typeof texts.presets,
  unit: string,
  metrics: readonly JsonValue[],
): Preset {
  const { label, hypothesis } = texts.presets[id];
  return {
    id,
    label,
    edits: [
      { path: ['hypothesis'], value: hypothesis },
      { path: ['unit'], value: unit },
      { path: ['metrics'], value: metrics },
    ],
  };
}

/** What people plan most often; the numbers are to be replaced by one's own. */
export const presets: readonly Preset[] = [
  preset('sign-up', 'visitor', [
    {
      name: 'sign_up',
      role: 'primary',
      kind: 'proportion',
      baseline: 0.04,
      direction: 'increase',
      minimumDetectableEffect: { relative: 0.1 },
    },
  ]),
  preset('revenue', 'user', [
    {
      name: 'revenue_per_user',
      role: 'primary',
      kind: 'revenue',
      baseline: 2.5,
      buyerShare: 0.05,
      logDeviation: 1,
      direction: 'increase',
      minimumDetectableEffect: { relative: 0.05 },
    },
  ]),
  preset('latency', 'user', [
    {
      name: 'conversion',
      role: 'primary',
      kind: 'proportion',
      baseline: 0.05,
      direction: 'increase',
      minimumDetectableEffect: { relative: 0.05 },
    },
    {
      name: 'latency',
      role: 'guardrail',
      kind: 'mean',
      baseline: 320,
      deviation: 180,
      direction: 'decrease',
      margin: { relative: 0.02 },
    },
  ]),
  preset('search', 'user', [
    {
      name: 'clicks_per_search',
      role: 'primary',
      kind: 'ratio',
      baseline: 0.35,
      deviation: 0.5,
      denominatorMean: 4,
      denominatorDeviation: 3,
      numeratorDenominatorCorrelation: 0.6,
      direction: 'increase',
      minimumDetectableEffect: { relative: 0.02 },
    },
  ]),
];
