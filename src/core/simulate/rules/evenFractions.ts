/** Evenly spaced looks, the last one at the end. */
export function evenFractions(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => (i + 1) / count);
}
