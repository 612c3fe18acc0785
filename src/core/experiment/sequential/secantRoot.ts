/** Steps in which a smooth function with a good start is solved, or else is none. */
const mostSteps = 12;

/**
 * Where a smooth function is zero, by secants from a start and its slope there; null where they do not get there.
 *
 * Accuracy reached: values below `tolerance`.
 */
export function secantRoot(
  f: (x: number) => number,
  from: { readonly start: number; readonly slope: number; readonly tolerance: number },
): number | null {
  let x = from.start;
  let value = f(x);
  let { slope } = from;
  for (let i = 0; i < mostSteps; i += 1) {
    if (Math.abs(value) <= from.tolerance) return x;
    const next = x - value / slope;
    if (!Number.isFinite(next) || next === x) return null;
    const nextValue = f(next);
    slope = (nextValue - value) / (next - x);
    [x, value] = [next, nextValue];
  }
  return null;
}
