import { log } from '../elementary/log';
import type { RandomStream } from './randomStream';
import { sampleNormal } from './sampleNormal';

/**
 * One draw from the gamma distribution with scale 1 and a shape of at least 1. Exact up to the resolution of the
 * uniform numbers (2^-53).
 *
 * Formula: the cube of a shifted normal number, accepted by a squeeze and, where that does not decide, by logarithms.
 * Source: Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, ACM Transactions on Mathematical
 * Software 26, 2000, 363-372.
 * Range: 1 <= shape < Infinity; `sampleGamma` is for all shapes.
 */
export function sampleStandardGamma(stream: RandomStream, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = sampleNormal(stream);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = 1 - stream.nextUnit();
    const square = x * x;
    if (u < 1 - 0.0331 * square * square) return d * v;
    if (log(u) < 0.5 * square + d * (1 - v + log(v))) return d * v;
  }
}
