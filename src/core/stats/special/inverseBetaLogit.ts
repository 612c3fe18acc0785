import { exp } from '../elementary/exp';
import { log } from '../elementary/log';
import { normalQuantile } from '../distributions/normalQuantile';
import { betaTail } from './betaTail';
import { logTailOf } from './directTail';
import { logBeta } from './logBeta';

const mostSteps = 100;

/**
 * ln(x / (1 - x)) where the regularised incomplete beta function I_x(a, b) takes the value `probability`. For
 * the complement take -inverseBetaLogit(q, b, a). As a logit, so that neither x nor 1 - x loses digits.
 *
 * Formula: Newton's method on ln I. In the logit it is concave, so the steps come from the left from the second
 * on and cannot leave. Where x is below e^-600 the first term of the series, solved.
 * Range: 0 < probability < 1, a and b from 0.01 to 10^9. Accuracy reached: as `betaTail`, divided by the slope.
 */
export function inverseBetaLogit(probability: number, a: number, b: number): number {
  const target = log(probability);
  const leading = (target + logBeta(a, b) + log(a)) / a;
  if (leading < -600) return leading;
  const spread = Math.sqrt(1 / a + 1 / b + 1 / (a * a) + 1 / (b * b));
  let s = start(probability, a, b, leading, spread);
  for (let i = 0; i < mostSteps; i += 1) {
    const tail = betaTail(1 / (1 + exp(-s)), 1 / (1 + exp(s)), a, b);
    const logTail = logTailOf(tail, 'lower');
    const overDensity = tail.side === 'lower' ? tail.multiplier : exp(logTail - tail.logFactor);
    const step = (target - logTail) * overDensity;
    s += Math.max(-10 * spread, Math.min(10 * spread, step));
    if (Math.abs(step) <= 1e-9 * spread) break;
  }
  return s;
}

function start(probability: number, a: number, b: number, leading: number, spread: number): number {
  if (a < 1 && leading < -0.1) return leading - log(1 - exp(leading));
  const centre = log((a > 1 ? a - 1 / 3 : a) / (b > 1 ? b - 1 / 3 : b));
  return centre + spread * Math.max(-40, normalQuantile(probability));
}
