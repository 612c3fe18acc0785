import { gaussLegendreNodes, gaussLegendreWeights } from './gaussLegendreRule';

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
  for (let i = 0; i < gaussLegendreNodes.length; i += 1) {
    const offset = half * (gaussLegendreNodes[i] as number);
    sum += (gaussLegendreWeights[i] as number) * (f(middle - offset) + f(middle + offset));
  }
  return half * sum;
}
