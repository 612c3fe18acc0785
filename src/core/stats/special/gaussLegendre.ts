/** Positive nodes on [-1, 1] and their weights, from 40-digit roots of the Legendre polynomial of degree 32. */
const nodes: readonly number[] = [
  0.04830766568773832, 0.1444719615827965, 0.23928736225213706, 0.33186860228212767,
  0.42135127613063533, 0.5068999089322294, 0.5877157572407623, 0.6630442669302152,
  0.7321821187402897, 0.7944837959679424, 0.84936761373257, 0.8963211557660521, 0.9349060759377397,
  0.9647622555875064, 0.9856115115452684, 0.9972638618494816,
];
const weights: readonly number[] = [
  0.0965400885147278, 0.09563872007927486, 0.09384439908080457, 0.09117387869576389,
  0.08765209300440381, 0.08331192422694675, 0.07819389578707031, 0.0723457941088485,
  0.06582222277636185, 0.058684093478535544, 0.050998059262376175, 0.04283589802222668,
  0.03427386291302143, 0.02539206530926206, 0.01627439473090567, 0.007018610009470096,
];

/**
 * Integral of a smooth function from `low` to `high` by the Gauss-Legendre rule with 32 nodes.
 *
 * Source: Abramowitz and Stegun 25.4.30.
 * Accuracy reached: exact for polynomials up to degree 63, but for rounding; 1e-15 of the integral for half a
 * normal density over 9 standard deviations, or for e^-x over 45.
 */
export function gaussLegendre(f: (x: number) => number, low: number, high: number): number {
  const half = 0.5 * (high - low);
  const middle = 0.5 * (high + low);
  let sum = 0;
  for (let i = 0; i < nodes.length; i += 1) {
    const offset = half * (nodes[i] as number);
    sum += (weights[i] as number) * (f(middle - offset) + f(middle + offset));
  }
  return half * sum;
}
