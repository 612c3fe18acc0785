import { normalQuantile } from '../../stats/distributions/normalQuantile';
import { log } from '../../stats/elementary/log';
import { exitProbability } from './exitProbability';
import { fallingRoot } from './fallingRoot';
import type { Subdensity } from './subdensity';

/** Chances below it are none: their logarithm could not be told. */
const leastChance = 1e-300;

/** Largest z with a chance above `leastChance`, and more. */
const highest = 40;

/** What is to be spent at a look. */
export interface Allowance {
  readonly fraction: number;
  /** Probability to be stopped at this look. */
  readonly chance: number;
  readonly side: 'above' | 'below';
  /** Expected z at full information. */
  readonly drift: number;
}

/**
 * The z beyond which experiments reaching a look are stopped with a given probability; beyond all numbers where
 * that is less than 1e-300, or where fewer than that many reach the look at all.
 *
 * Accuracy reached: 1e-12 absolute.
 */
export function boundFor(
  reaching: Subdensity,
  { fraction, chance, side, drift }: Allowance,
): number {
  const sign = side === 'above' ? 1 : -1;
  if (!(chance > leastChance)) return sign * Infinity;
  const target = log(chance);
  const mean = sign * drift * Math.sqrt(fraction);
  // Without earlier looks more would be beyond, so the bound of a single look is too far out.
  const farthest = Math.min(highest, -normalQuantile(Math.min(chance, 0.5)) + 1e-9);
  const gap = (distance: number): number => {
    const z = sign * (distance + mean);
    return log(exitProbability(reaching, { fraction, z, side, drift })) - target;
  };
  let width = 0.25;
  while (width < 100 && !(gap(farthest - width) > 0)) width *= 2;
  const distance = fallingRoot(gap, {
    low: farthest - width,
    high: chance > 0.5 ? highest : farthest,
    tolerance: 1e-13,
  });
  return sign * (distance + mean);
}
