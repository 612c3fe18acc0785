/** 1, 2 and 5 times a power of ten, the next above `least`. */
function niceStep(least: number): number {
  let power = 1;
  while (power > least) power /= 10;
  while (power * 10 <= least) power *= 10;
  const [step = 10] = [1, 2, 5, 10].filter((factor) => factor * power >= least * 0.9999);
  return step * power;
}

/** Round values within a domain, at most `most` of them and one more; whole ones where only those have a meaning. */
export function chartTicks(
  [low, high]: readonly [number, number],
  { most, whole }: { readonly most: number; readonly whole: boolean },
): readonly number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return Number.isFinite(low) ? [low] : [];
  const nice = niceStep(span / Math.max(1, most));
  const step = whole ? Math.max(1, Math.round(nice)) : nice;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // 3 * 0.1 is not 0.3: the quotient of whole numbers is the nearest there is.
  const inverse = Math.round(1 / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    step < 1 && inverse > 0 ? (first + i) / inverse : (first + i) * step,
  );
}
