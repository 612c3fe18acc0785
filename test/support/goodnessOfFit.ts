import { chiSquareUpperTail } from '../../src/core/stats/distributions/chiSquareUpperTail';

/** P value of the chi-square test of `counts` against the exact `shares` of their bins. */
export function goodnessOfFit(counts: readonly number[], shares: readonly number[]): number {
  const draws = counts.reduce((sum, count) => sum + count, 0);
  const statistic = counts.reduce((sum, count, i) => {
    const expected = draws * (shares[i] ?? 0);
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  return chiSquareUpperTail(statistic, counts.length - 1);
}

/** How many of `draws` values fall into each bin: up to and including cuts[0], from there to cuts[1], ..., above the last. */
export function binned(cuts: readonly number[], draws: number, draw: () => number): number[] {
  const counts = Array.from({ length: cuts.length + 1 }, () => 0);
  for (let i = 0; i < draws; i += 1) {
    const value = draw();
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value <= (cuts[middle] ?? Infinity)) high = middle;
      else low = middle + 1;
    }
    counts[low] = (counts[low] ?? 0) + 1;
  }
  return counts;
}
