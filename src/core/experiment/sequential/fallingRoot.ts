/** Steps after which a root is as good as it gets. */
const mostSteps = 200;

/**
 * Where a falling function crosses zero, by inverse quadratic interpolation where it can be trusted, else by halving.
 *
 * Source: Chandrupatla, Advances in Engineering Software 28, 1997, 145-149.
 * Range: an end beyond zero is returned itself; values may be infinite. Accuracy reached: `tolerance` of the root.
 */
export function fallingRoot(
  f: (x: number) => number,
  range: {
    readonly low: number;
    readonly high: number;
    readonly tolerance: number;
    /** Values this close to 0 are 0. Left out: only 0 is. */
    readonly residual?: number;
  },
): number {
  let [a, b] = [range.low, range.high];
  let fa = f(a);
  if (!(fa > 0)) return a;
  let fb = f(b);
  if (!(fb < 0)) return b;
  const line = fa / (fa - fb);
  const residual = range.residual ?? 0;
  let t = line > 0 && line < 1 ? line : 0.5;
  for (let i = 0; i < mostSteps; i += 1) {
    const x = a + t * (b - a);
    const fx = f(x);
    const isSameSide = fx > 0 === fa > 0;
    const [c, fc] = isSameSide ? [a, fa] : [b, fb];
    if (!isSameSide) [b, fb] = [a, fa];
    [a, fa] = [x, fx];
    const [best, atBest] = Math.abs(fa) < Math.abs(fb) ? [a, fa] : [b, fb];
    const least = (0.5 * range.tolerance) / Math.abs(b - a);
    if (least > 0.5 || Math.abs(atBest) <= residual) return best;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    const isTrusted = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    t = isTrusted
      ? (fa / (fb - fa)) * (fc / (fb - fc)) +
        ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
      : 0.5;
    t = Math.min(1 - least, Math.max(least, t));
  }
  return a;
}
