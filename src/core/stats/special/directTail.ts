import { exp } from '../elementary/exp';
import { log } from '../elementary/log';
import { log1p } from '../elementary/log1p';

/**
 * A distribution function at one point: the side that was computed directly, e^logFactor · multiplier.
 * The factor is the density in the integration's own variable, so `multiplier` is tail over density.
 */
export interface DirectTail {
  readonly side: 'lower' | 'upper';
  readonly logFactor: number;
  readonly multiplier: number;
}

/** The tail asked for: directly where it is the direct one, else 1 minus the other, which is then not close to 1. */
export function tailOf(tail: DirectTail, side: DirectTail['side']): number {
  const direct = exp(tail.logFactor) * tail.multiplier;
  return tail.side === side ? direct : Math.max(0, 1 - direct);
}

/** Natural logarithm of `tailOf`, without underflow. */
export function logTailOf(tail: DirectTail, side: DirectTail['side']): number {
  if (tail.side === side) return Math.min(0, tail.logFactor + log(tail.multiplier));
  return log1p(-Math.min(1, exp(tail.logFactor) * tail.multiplier));
}
