import { isShareMetric } from '../plan/isShareMetric';
import type { Plan, PlanMetric } from '../plan/planSchema';
import { hasTraffic } from './dailyUnits';
import { daysFor } from './daysFor';
import { decidingComparison } from './decidingComparison';
import { hypothesisOf } from './hypothesisOf';
import { sizeProblems } from './sizeProblems';
import { totalOf, wholeSizes } from './wholeSizes';

/** Days that a plan takes for other baselines and effects of one metric. */
export interface DaysGrid {
  readonly metric: string;
  /** From low to high; the plan's own is at `planned`. */
  readonly baselines: readonly number[];
  /** As the plan says it: as a share of the baseline, or in the metric's own unit. */
  readonly effects: readonly number[];
  readonly effectIs: 'relative' | 'absolute';
  /** Places of the plan's own baseline and effect. */
  readonly planned: { readonly baseline: number; readonly effect: number };
  /** Row by baseline, column by effect; null where no size suffices, or the traffic never brings it. */
  readonly days: readonly (readonly (number | null)[])[];
}

const factors = [0.5, 0.7, 0.85, 1, 1.2, 1.5, 2] as const;
const planned = 3;

/** Rounded for reading: what is compared are neighbours, and nobody plans for 3.6400000000000003 %. */
function scaled(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(3));
}

/** Shares stay below 1, half way to it where the factor leads beyond. */
function baselineAt(metric: PlanMetric, factor: number): number {
  const { baseline } = metric;
  const other = scaled(baseline, factor);
  if (!isShareMetric(metric) || other < 0.99) return other;
  return scaled(baseline + (1 - baseline) * (1 - 1 / factor), 1);
}

function withMetric(plan: Plan, name: string, change: Partial<PlanMetric>): Plan {
  const metrics = plan.metrics.map((metric) =>
    metric.name === name ? { ...metric, ...change } : metric,
  );
  return { ...plan, metrics };
}

function daysOf(plan: Plan): number | null {
  if (sizeProblems(plan).length > 0) return null;
  const need = decidingComparison(plan);
  if (need === null || !Number.isFinite(need.total)) return null;
  return daysFor(plan, totalOf(plan, wholeSizes(plan, need.total)));
}

/**
 * Days for baselines and effects from half to twice those of the metric that decides, all else as planned. Null for a
 * plan without a size or traffic, and for one with a margin instead of an effect. 49 sizes: for an exact test they take
 * a minute, so callers leave those out.
 */
export function daysGrid(plan: Plan): DaysGrid | null {
  const need = sizeProblems(plan).length === 0 ? decidingComparison(plan) : null;
  if (need === null || !hasTraffic(plan)) return null;
  const metric = plan.metrics.find(({ name }) => name === need.comparison.metric.name);
  if (metric === undefined || hypothesisOf(metric) !== 'superiority') return null;
  const { minimumDetectableEffect: effect, name } = metric;
  const effectIs = 'relative' in effect ? 'relative' : 'absolute';
  const own = 'relative' in effect ? effect.relative : effect.absolute;
  const baselines = factors.map((factor) => baselineAt(metric, factor));
  const effects = factors.map((factor) => scaled(own, factor));
  const minimum = (value: number) =>
    effectIs === 'relative' ? { relative: value } : { absolute: value };
  return {
    metric: name,
    baselines,
    effects,
    effectIs,
    planned: { baseline: planned, effect: planned },
    days: baselines.map((baseline) =>
      effects.map((value) =>
        daysOf(withMetric(plan, name, { baseline, minimumDetectableEffect: minimum(value) })),
      ),
    ),
  };
}
