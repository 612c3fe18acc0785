import type { PlanMetric } from '../../plan/planSchema';
import { MetricSums } from './metricSums';
import { PairSums } from './pairSums';
import { ResamplingBuckets } from './resamplingBuckets';
import { ValueBudget, ValueStore } from './valueStore';

/** What is kept of a metric, beside sums. */
export interface Keeping {
  readonly values: boolean;
  readonly buckets: boolean;
  readonly pairs: boolean;
  readonly variants: number;
}

/** What is known of a metric: sums by variant, in the plan's order, and what its test needs beside them. */
export class MetricData {
  readonly metric: PlanMetric;
  readonly hasBefore: boolean;
  readonly hasDenominator: boolean;
  /** Whether the spread is known: not of averages without deviation. */
  hasSpread = true;
  readonly sums: readonly MetricSums[];
  readonly values: readonly ValueStore[] | null;
  readonly buckets: readonly ResamplingBuckets[] | null;
  readonly pairs: readonly PairSums[] | null;
  /** By segment, in the order they came: sums by variant. */
  readonly segments: MetricSums[][] = [];
  readonly #keeping: Keeping;

  constructor(
    metric: PlanMetric,
    keeping: Keeping,
    has: { readonly before: boolean; readonly denominator: boolean },
  ) {
    const { variants } = keeping;
    const each = <T>(make: () => T): readonly T[] => Array.from({ length: variants }, make);
    const budget = new ValueBudget();
    this.metric = metric;
    this.hasBefore = has.before;
    this.hasDenominator = has.denominator;
    this.#keeping = keeping;
    this.sums = each(() => new MetricSums());
    this.values = keeping.values ? each(() => new ValueStore(budget)) : null;
    this.buckets = keeping.buckets ? each(() => new ResamplingBuckets()) : null;
    this.pairs = keeping.pairs ? each(() => new PairSums()) : null;
  }

  /** Sums of one segment and variant. */
  segmentSums(segment: number, variant: number): MetricSums {
    while (this.segments.length <= segment) {
      this.segments.push(Array.from({ length: this.#keeping.variants }, () => new MetricSums()));
    }
    return this.segments[segment]![variant]!;
  }

  /** Adds a unit: its value, the one from before (NaN: none), its denominator (NaN: none), and its segment (-1: none). */
  addUnit(variant: number, segment: number, y: number, x: number, d: number): void {
    const sums = this.sums[variant] as MetricSums;
    if (this.hasDenominator) sums.addRatio(y, d);
    else sums.add(y, x);
    if (segment >= 0) {
      const part = this.segmentSums(segment, variant);
      if (this.hasDenominator) part.addRatio(y, d);
      else part.add(y, x);
    }
    if (this.values !== null) (this.values[variant] as ValueStore).add(y);
    if (this.buckets !== null) {
      (this.buckets[variant] as ResamplingBuckets).add(y, this.hasDenominator ? d : 1);
    }
  }
}
