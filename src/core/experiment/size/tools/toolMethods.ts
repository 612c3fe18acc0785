import { normalMethod } from '../normalMethod';
import type { SizeMethod } from '../sizeMethod';
import type { Comparison } from '../comparison';
import { unitVariance } from '../unitVariance';
import { widenedBySequence } from './widenedBySequence';

/** Definitions of other planners that are no test of the plan's own: for comparing numbers with theirs. */
export type ToolDefinition =
  | 'null-variance-from-baseline'
  | 'baseline-variance'
  | 'rule-of-16'
  | 'relative-lift-baseline-variance';

function bothShares({ controlShare, treatmentShare }: Comparison): number {
  return 1 / controlShare + 1 / treatmentShare;
}

function baselineVariance(comparison: Comparison): number {
  return unitVariance(comparison, comparison.baseline, 'control') * bothShares(comparison);
}

const nullVarianceFromBaseline = normalMethod({
  margins: false,
  scale: (value) => value,
  variance: (comparison) =>
    unitVariance(comparison, comparison.baseline, 'control') / comparison.controlShare +
    unitVariance(comparison, comparison.target, 'treatment') / comparison.treatmentShare,
  nullVariance: baselineVariance,
  definition: () => ({
    id: 'null-variance-from-baseline',
    name: 'Two-proportion z test, variance under no effect from the baseline alone',
    formula:
      'n = (z √(2 p₁(1 − p₁)) + z(power) √(p₁(1 − p₁) + p₂(1 − p₂)))² / (p₂ − p₁)² in each variant',
    source: 'Evan Miller, Sample Size Calculator',
  }),
});

const baselineVarianceBoth = normalMethod({
  margins: false,
  scale: (value) => value,
  variance: baselineVariance,
  definition: () => ({
    id: 'baseline-variance',
    name: 'z test with the baseline’s variance in both variants',
    formula: 'n = 2 (z + z(power))² s² / d² in each variant; s² at the baseline',
    source: 'Statsig and Eppo, documentation of their power calculators',
  }),
});

const relativeLiftBaseline = normalMethod({
  margins: false,
  scale: (value, { baseline }) => value / Math.abs(baseline),
  variance: (comparison) => {
    const { baseline, target, controlShare, treatmentShare } = comparison;
    const variance = unitVariance(comparison, baseline, 'control') / (baseline * baseline);
    const ratio = target / baseline;
    return variance / treatmentShare + (variance * ratio * ratio) / controlShare;
  },
  definition: () => ({
    id: 'relative-lift-baseline-variance',
    name: 'z test of the relative change, delta method, the baseline’s variance in both variants',
    formula:
      'n = (z + z(power))² · s²/m² · (1 + (1 + lift)²) / lift² in each variant; s² at the baseline',
    source: 'GrowthBook, packages/shared/src/power.ts',
  }),
});

/** 16 for (z + z(power))² · 2 = 15.7 of 5 % and 80 %: other levels and powers change nothing. */
const ruleOf16: SizeMethod = {
  ...baselineVarianceBoth,
  totalSampleSize: (comparison) => {
    const { effect, baseline } = comparison;
    const perVariant = (16 * unitVariance(comparison, baseline, 'control')) / (effect * effect);
    return perVariant / comparison.treatmentShare;
  },
  definition: () => ({
    id: 'rule-of-16',
    name: 'Rule of thumb: 16 variances over the effect squared',
    formula: 'n = 16 s² / d² in each variant, whatever level and power',
    source: 'Lehr, Statistics in Medicine 11, 1992, 1099-1102; PostHog',
  }),
};

/** How other planners size; in units of independent subjects, as `sizeMethods`. */
export const toolMethods: Readonly<Record<ToolDefinition, SizeMethod>> = {
  'null-variance-from-baseline': nullVarianceFromBaseline,
  'baseline-variance': baselineVarianceBoth,
  'rule-of-16': ruleOf16,
  'relative-lift-baseline-variance': widenedBySequence(relativeLiftBaseline),
};
