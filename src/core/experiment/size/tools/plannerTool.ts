import type { PlanMetric } from '../../plan/planSchema';
import type { PlanAnalysis } from '../../sequential/planAnalysis';
import type { Comparison } from '../comparison';
import type { SizeMethod } from '../sizeMethod';

/** Planners whose numbers can be matched, in the order they are offered. */
export const plannerToolIds = [
  'evan-miller',
  'r',
  'statsmodels',
  'growthbook',
  'statsig-eppo',
  'booking',
  'posthog',
] as const;

export type PlannerToolId = (typeof plannerToolIds)[number];

/** How another planner sizes: its definition, what of a plan it reads, and how it rounds. */
export interface PlannerTool {
  readonly id: PlannerToolId;
  /** As people call it: `Evan Miller’s calculator`. */
  readonly name: string;
  /** What it sizes at all, for people: `proportions`. */
  readonly sizes: string;
  /** Its definition for a metric; null where it has none. */
  readonly method: (metric: PlanMetric) => SizeMethod | null;
  /** The comparison as it sees it, where it sees it in another way than the plan. */
  readonly seen?: (comparison: Comparison) => Comparison;
  /** What it takes from the plan. */
  readonly reads: {
    readonly significanceLevel: boolean;
    readonly power: boolean;
    readonly sides: boolean;
    readonly weights: boolean;
  };
  /** Whether it sizes for a plan's several looks, in a way of its own; left out: never. */
  readonly looks?: (analysis: PlanAnalysis) => boolean;
  /** What it does about several treatments. */
  readonly correction: 'none' | 'sidak';
  /** Its number for a variant, from the unrounded one. */
  readonly rounded: (perVariant: number) => number;
  /** More to know when comparing numbers with it, as sentences. */
  readonly quirks: (comparison: Comparison) => readonly string[];
}
