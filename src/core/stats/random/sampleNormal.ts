import { log } from '../elementary/log';
import type { RandomStream } from './randomStream';

/**
 * One draw from the standard normal distribution. For mean m and standard deviation s take m + s · sampleNormal().
 *
 * Formula: Marsaglia's polar method; the second number of each pair is not kept, so that a draw is a function of the
 * stream alone.
 * Source: Marsaglia and Bray, A Convenient Method for Generating Normal Variables, SIAM Review 6, 1964, 260-264.
 * Accuracy: exact up to the resolution of the uniform numbers (2^-53).
 */
export function sampleNormal(stream: RandomStream): number {
  for (;;) {
    const u = 2 * stream.nextUnit() - 1;
    const v = 2 * stream.nextUnit() - 1;
    const square = u * u + v * v;
    if (square < 1 && square > 0) return u * Math.sqrt((-2 * log(square)) / square);
  }
}
