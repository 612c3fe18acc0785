/** A root is taken as found once its bracket is this narrow, in the unit of the metric. */
const tolerance = 1e-4;
const mostSteps = 1001;
const machineEpsilon = 2.220446049250313e-16;

/** An interval at whose ends the function has the values given. */
export interface Bracket {
  readonly lower: number;
  readonly upper: number;
  readonly atLower: number;
  readonly atUpper: number;
}

/**
 * A root of `f` within the bracket: Brent's method as in R's zeroin, with an absolute tolerance of 1e-4. Kayenta judges
 * by step functions, so the root depends on the path of the solver: an exact root gives other labels.
 *
 * Source: Brent, Algorithms for Minimization without Derivatives, 1973, chapter 4; R `zeroin.c`; Kayenta `BrentSolver`.
 */
export function brentRoot(f: (x: number) => number, bracket: Bracket): number {
  let { lower: a, upper: b, atLower: fa, atUpper: fb } = bracket;
  if (fa === 0) return a;
  if (fb === 0) return b;
  let c = a;
  let fc = fa;
  for (let step = 0; step < mostSteps; step += 1) {
    const previous = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const near = 2 * machineEpsilon * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= near || fb === 0) return b;
    let next = half;
    if (Math.abs(previous) >= near && Math.abs(fa) > Math.abs(fb)) {
      next = interpolated({ a, b, c, fa, fb, fc }, { previous, near, half });
    }
    if (Math.abs(next) < near) next = next > 0 ? near : -near;
    a = b;
    fa = fb;
    b += next;
    fb = f(b);
    if ((fb > 0 && fc > 0) || (fb < 0 && fc < 0)) {
      c = a;
      fc = fa;
    }
  }
  return b;
}

/** The step of a secant or of an inverse quadratic through three points, where it stays well inside; else half the bracket. */
function interpolated(
  { a, b, c, fa, fb, fc }: Readonly<Record<'a' | 'b' | 'c' | 'fa' | 'fb' | 'fc', number>>,
  {
    previous,
    near,
    half,
  }: { readonly previous: number; readonly near: number; readonly half: number },
): number {
  const width = c - b;
  let p: number;
  let q: number;
  if (a === c) {
    const ratio = fb / fa;
    p = width * ratio;
    q = 1 - ratio;
  } else {
    const r = fa / fc;
    const s = fb / fc;
    const t = fb / fa;
    p = t * (width * r * (r - s) - (b - a) * (s - 1));
    q = (r - 1) * (s - 1) * (t - 1);
  }
  if (p > 0) q = -q;
  else p = -p;
  const isInside =
    p < 0.75 * width * q - Math.abs(near * q) / 2 && p < Math.abs((previous * q) / 2);
  return isInside ? p / q : half;
}
