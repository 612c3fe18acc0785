import type { SizedPlan } from './sizedPlan';

/** Fewer expected events than this in a variant, and the normal approximation is not to be trusted. */
export const leastEvents = 10;

/** With fewer than this the exact level is worked out, to see how far it is off. */
export const doubtfulEvents = 40;

/** Units of a variant that are expected with or without an event, whichever are fewer. */
export interface ExpectedEvents {
  readonly metric: string;
  readonly variant: string;
  readonly kind: 'with' | 'without';
  readonly expected: number;
}

/** The variant and metric with fewest expected events, at the size the plan fixes or else needs; null without proportions. */
export function fewestEvents({
  comparisons,
  perVariant,
  total,
  given,
}: Pick<SizedPlan, 'comparisons' | 'perVariant' | 'total' | 'given'>): ExpectedEvents | null {
  const scale = given === null ? 1 : given.total / total;
  let fewest: ExpectedEvents | null = null;
  for (const { metric, treatmentIndex, baseline, target } of comparisons) {
    if (metric.kind !== 'proportion' && metric.kind !== 'time-to-event') continue;
    for (const [index, share] of [
      [0, baseline],
      [treatmentIndex, target],
    ] as const) {
      const size = (perVariant[index]?.sampleSize ?? 0) * scale;
      const expected = size * Math.min(share, 1 - share);
      if (fewest !== null && expected >= fewest.expected) continue;
      const variant = perVariant[index]?.variant ?? '';
      fewest = { metric: metric.name, variant, kind: share <= 0.5 ? 'with' : 'without', expected };
    }
  }
  return fewest;
}
