/**
 * How far to integrate e^(-g): an r > 0 with g(r) between 38 and 46, where e^(-g) no longer counts in
 * double precision.
 *
 * Formula: Newton's method for g(r) = 40. g is convex with g(0) = 0, so it comes from the right from its
 * second step on.
 * Shape: `evaluate` gives g and its derivative; `slope` and `curvature` are its derivatives at 0.
 */
export function decayLength(
  slope: number,
  curvature: number,
  evaluate: (r: number) => readonly [value: number, slope: number],
): number {
  let r = 80 / (slope + Math.sqrt(slope * slope + 80 * curvature));
  for (let i = 0; i < 12; i += 1) {
    const [value, derivative] = evaluate(r);
    if (value > 38 && value < 46) break;
    r += (40 - value) / derivative;
  }
  return r;
}
