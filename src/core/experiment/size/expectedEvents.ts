import type { SizedPlan } from './sizedPlan';

const eventKinds: ReadonlySet<string> = new Set(['proportion', 'time-to-event', 'count', 'rate']);

/** Fewer expected events than this in a variant, and the normal approximation is not to be trusted. */
export const leastEvents = 10;

/** With fewer than this the exact level is worked out, to see how far it is off. */
export const doubtfulEvents = 40;

/** The exact level may be off by this share of the planned one. */
export const toleratedLevelError = 0.2;

/** Units of a variant that are expected with or without an event, whichever are fewer. */
export interface ExpectedEvents {
  readonly metric: string;
  readonly variant: string;
  /** Units with an event or without one (a share), or events (a count or rate). */
  readonly kind: 'with' | 'without' | 'events';
  readonly expected: number;
}

/** The variant and metric with fewest expected events, at the size the plan fixes or else needs; null without shares, counts and rates. */
export function fewestEvents({
  comparisons,
  perVariant,
  total,
  given,
}: Pick<SizedPlan, 'comparisons' | 'perVariant' | 'total' | 'given'>): ExpectedEvents | null {
  const scale = given === null ? 1 : given.total / total;
  let fewest: ExpectedEvents | null = null;
  for (const { metric, treatmentIndex, baseline, target } of comparisons) {
    if (!eventKinds.has(metric.kind)) continue;
    const isShare = metric.kind === 'proportion' || metric.kind === 'time-to-event';
    for (const [index, share] of [
      [0, baseline],
      [treatmentIndex, target],
    ] as const) {
      const size = (perVariant[index]?.sampleSize ?? 0) * scale;
      const expected = isShare
        ? size * Math.min(share, 1 - share)
        : size * share * (metric.exposure ?? 1);
      if (fewest !== null && expected >= fewest.expected) continue;
      const variant = perVariant[index]?.variant ?? '';
      const kind = !isShare ? 'events' : share <= 0.5 ? 'with' : 'without';
      fewest = { metric: metric.name, variant, kind, expected };
    }
  }
  return fewest;
}
