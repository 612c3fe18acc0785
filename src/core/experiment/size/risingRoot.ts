/** Steps after which a root is as good as it gets. */
const mostSteps = 120;

/**
 * Where a rising function crosses zero between `low` and `high`, by Brent's method.
 *
 * Source: Brent, Algorithms for Minimization without Derivatives, 1973, chapter 4.
 * Range: f(low) <= 0 <= f(high); an end that is beyond zero is returned itself. Accuracy reached: 1e-14 of the root,
 * or where f is 0 but for rounding.
 */
export function risingRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let fa = f(a);
  if (fa >= 0) return a;
  let fb = f(b);
  if (fb <= 0) return b;
  let [c, fc] = [a, fa];
  let step = b - a;
  let before = step;
  for (let i = 0; i < mostSteps; i += 1) {
    if (fb > 0 === fc > 0) {
      [c, fc] = [a, fa];
      before = step = b - a;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const tolerance = 1e-15 * Math.abs(b);
    const half = 0.5 * (c - b);
    if (Math.abs(half) <= tolerance || fb === 0) return b;
    const next = interpolated({ a, b, c, fa, fb, fc }, half, before, tolerance);
    [before, step] = next === null ? [half, half] : [step, next];
    [a, fa] = [b, fb];
    b += Math.abs(step) > tolerance ? step : Math.sign(half) * tolerance;
    fb = f(b);
  }
  return b;
}

interface Points {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly fa: number;
  readonly fb: number;
  readonly fc: number;
}

/** The step of inverse interpolation, where it is small enough to be trusted; else null. */
function interpolated(
  { a, b, c, fa, fb, fc }: Points,
  half: number,
  before: number,
  tolerance: number,
): number | null {
  if (Math.abs(before) < tolerance || Math.abs(fa) <= Math.abs(fb)) return null;
  const s = fb / fa;
  let p: number;
  let q: number;
  if (a === c) {
    p = 2 * half * s;
    q = 1 - s;
  } else {
    const r = fb / fc;
    const t = fa / fc;
    p = s * (2 * half * t * (t - r) - (b - a) * (r - 1));
    q = (t - 1) * (r - 1) * (s - 1);
  }
  if (p > 0) q = -q;
  p = Math.abs(p);
  const isSmall = 2 * p < Math.min(3 * half * q - Math.abs(tolerance * q), Math.abs(before * q));
  return isSmall ? p / q : null;
}
