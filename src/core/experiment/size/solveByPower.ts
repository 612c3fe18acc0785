import { metricKindRules } from '../plan/metricKinds';
import type { Comparison } from './comparison';
import { risingRoot } from './risingRoot';

type PowerAt = (comparison: Comparison, total: number) => number;

/** Doublings after which a search is given up: beyond any number of units. */
const mostDoublings = 200;

/** First power of two times `start` (down to a fraction of it) at which a rising function is above zero; null where none is. */
function bracket(
  f: (x: number) => number,
  start: number,
): { readonly low: number; readonly high: number } | null {
  let high = start;
  if (f(high) >= 0) {
    for (let i = 0; i < mostDoublings; i += 1) {
      const low = high / 2;
      if (!(f(low) >= 0)) return { low, high };
      high = low;
    }
    return { low: 0, high };
  }
  for (let i = 0; i < mostDoublings; i += 1) {
    const low = high;
    high *= 2;
    if (f(high) >= 0) return { low, high };
  }
  return null;
}

/** The total at which a smooth, rising power is the wanted one, searched from a first guess; Infinity where none is. */
export function totalByPower(
  comparison: Comparison,
  wanted: number,
  powerAt: PowerAt,
  guess: number,
): number {
  const gap = (total: number): number => powerAt(comparison, total) - wanted;
  const start = guess > 0 && Number.isFinite(guess) ? guess : 100;
  const between = bracket(gap, start);
  return between === null ? Infinity : risingRoot(gap, between.low, between.high);
}

function withEffect(comparison: Comparison, size: number): Comparison {
  const effect = (comparison.effect < 0 ? -1 : 1) * size;
  return { ...comparison, effect, target: comparison.baseline + effect };
}

/** How far the metric can go from its baseline in the comparison's direction. */
function roomFor({ metric, baseline, effect }: Comparison): number {
  const { above, below } = metricKindRules[metric.kind].baseline;
  return effect < 0 ? baseline - above : below - baseline;
}

/**
 * A size below `room` at which there is power enough, where there is too little at the end: near it some variances have no
 * bound (1 / rate for a rate that falls to 0). Null where there is none.
 */
function firstEnough(gap: (size: number) => number, room: number): number | null {
  for (let size = room * 1e-9; size < room; size *= 1.3) if (gap(size) >= 0) return size;
  return null;
}

/**
 * The smallest effect (for a margin: the smallest margin) at which a rising power is the wanted one; null where
 * none the metric can take is.
 */
export function effectByPower(
  comparison: Comparison,
  total: number,
  wanted: number,
  powerAt: PowerAt,
): number | null {
  if (comparison.hypothesis !== 'superiority') {
    return marginByPower(comparison, total, wanted, powerAt);
  }
  const gap = (size: number): number => powerAt(withEffect(comparison, size), total) - wanted;
  const room = roomFor(comparison) * (1 - 1e-12);
  const sign = comparison.effect < 0 ? -1 : 1;
  if (Number.isFinite(room)) {
    const high = gap(room) >= 0 ? room : firstEnough(gap, room);
    return high === null ? null : sign * risingRoot(gap, 0, high);
  }
  const between = bracket(gap, Math.abs(comparison.effect) || 1);
  return between === null ? null : sign * risingRoot(gap, between.low, between.high);
}

function marginByPower(
  comparison: Comparison,
  total: number,
  wanted: number,
  powerAt: PowerAt,
): number | null {
  const gap = (margin: number): number => powerAt({ ...comparison, margin }, total) - wanted;
  const { above, below } = metricKindRules[comparison.metric.kind].baseline;
  const room = Math.min(comparison.baseline - above, below - comparison.baseline) * (1 - 1e-12);
  if (Number.isFinite(room)) return gap(room) < 0 ? null : risingRoot(gap, 0, room);
  const between = bracket(gap, comparison.margin || 1);
  return between === null ? null : risingRoot(gap, between.low, between.high);
}
