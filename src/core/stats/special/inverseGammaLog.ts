import { exp } from '../elementary/exp';
import { log } from '../elementary/log';
import { normalQuantile } from '../distributions/normalQuantile';
import { type DirectTail, logTailOf } from './directTail';
import { gammaTail } from './gammaTail';
import { logGamma } from './logGamma';

const mostSteps = 100;

/**
 * ln x where the regularised incomplete gamma function P(a, x) (`side` lower) or its complement Q(a, x) (upper)
 * takes the value `probability`.
 *
 * Formula: Newton's method on the logarithm of that tail. In ln x it is concave, so the steps come from one side
 * from the second on. Where x is below e^-600 the first term of the series, solved.
 * Range: 0 < probability < 1, a from 0.01 to 10^9. Accuracy reached: as `gammaTail`, divided by the slope.
 */
export function inverseGammaLog(probability: number, side: DirectTail['side'], a: number): number {
  const target = log(probability);
  const leading = (target + logGamma(a) + log(a)) / a;
  if (side === 'lower' && leading < -600) return leading;
  const sign = side === 'lower' ? 1 : -1;
  const spread = Math.sqrt(1 / a + 1 / (a * a));
  let s = start(sign * normalQuantile(probability), a, spread);
  for (let i = 0; i < mostSteps; i += 1) {
    const tail = gammaTail(a, exp(s));
    const logTail = logTailOf(tail, side);
    const overDensity = tail.side === side ? tail.multiplier : exp(logTail - tail.logFactor);
    const step = sign * (target - logTail) * overDensity;
    s += Math.max(-10 * spread, Math.min(10 * spread, step));
    if (Math.abs(step) <= 1e-9 * spread) break;
  }
  return s;
}

/** After Wilson and Hilferty where it is positive, else like a normal distribution of ln x. */
function start(z: number, a: number, spread: number): number {
  const cubeRoot = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  if (cubeRoot > 0.2) return log(a) + 3 * log(cubeRoot);
  return log(a) + spread * Math.max(-40, Math.min(40, z));
}
