/** A scale in proportion: values of the domain to pixels, and back. */
export interface ChartScale {
  readonly low: number;
  readonly high: number;
  readonly at: (value: number) => number;
  readonly valueAt: (pixel: number) => number;
}

/** `from` and `to` are the pixels of the lowest and the highest value; a domain of one value stands in the middle. */
export function chartScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): ChartScale {
  const span = high - low;
  const pixels = to - from;
  return {
    low,
    high,
    at: (value) => (span > 0 ? from + ((value - low) / span) * pixels : from + pixels / 2),
    valueAt: (pixel) => (pixels === 0 ? low : low + ((pixel - from) / pixels) * span),
  };
}
