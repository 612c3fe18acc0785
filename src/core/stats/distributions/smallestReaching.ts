/**
 * The smallest whole k from `least` to `most` with cdf(k) >= probability; `most` where there is none.
 *
 * Formula: steps of growing length from `near` until k is enclosed, then halving.
 * Shape: `cdf` does not fall; `near` is a guess; `scale` the length of the first step.
 */
export function smallestReaching(
  cdf: (k: number) => number,
  probability: number,
  range: {
    readonly near: number;
    readonly scale: number;
    readonly least: number;
    readonly most: number;
  },
): number {
  const inRange = (k: number): number => Math.min(range.most, Math.max(range.least, Math.floor(k)));
  let step = Math.max(1, Math.floor(range.scale));
  let high = inRange(range.near);
  while (high < range.most && cdf(high) < probability) {
    high = inRange(high + step);
    step *= 2;
  }
  let low = inRange(high - step);
  while (low >= range.least && cdf(low) >= probability) {
    if (low === range.least) return low;
    high = low;
    step *= 2;
    low = inRange(low - step);
  }
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (cdf(middle) >= probability) high = middle;
    else low = middle;
  }
  return high;
}
