import type { Comparison } from '../comparison';
import { doubtfulEvents, leastEvents, toleratedLevelError } from '../expectedEvents';
import { nominalLevel } from '../nominalLevel';
import { enumeratedTypeOneError } from './enumeratedPower';
import { groupSizes } from './groupSizes';
import { isEnumerable } from './isEnumerable';

/** Fewest events (or, of a share, units without one) that either group is expected to have. */
function fewest({ metric, baseline, target }: Comparison, sizes: ReturnType<typeof groupSizes>) {
  const each = (units: number, value: number): number =>
    metric.kind === 'proportion'
      ? units * Math.min(value, 1 - value)
      : units * (metric.exposure ?? 1) * value;
  return Math.min(each(sizes.control, baseline), each(sizes.treatment, target));
}

/**
 * Whether a formula is not to be trusted at this total, and all outcomes can be gone through instead: fewer than 10 events
 * expected in a group, or fewer than 40 and a true type I error more than 20 % off the planned one.
 */
export function needsEnumeration(comparison: Comparison, total: number): boolean {
  if (!isEnumerable(comparison) || !Number.isFinite(total)) return false;
  const sizes = groupSizes(comparison, total);
  const events = fewest(comparison, sizes);
  if (!(events < doubtfulEvents)) return false;
  if (events < leastEvents) return true;
  const error = enumeratedTypeOneError(comparison, sizes);
  return error !== null && Math.abs(error / nominalLevel(comparison) - 1) > toleratedLevelError;
}
