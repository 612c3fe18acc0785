/**
 * P(X <= successes) of a binomial distribution where it is exactly 0 or 1, or NaN where there is no such
 * distribution; undefined where it has to be computed.
 */
export function binomialCertainty(
  successes: number,
  trials: number,
  probability: number,
): number | undefined {
  if (!(trials >= 0 && Number.isInteger(trials)) || Number.isNaN(successes)) return NaN;
  if (!(probability >= 0 && probability <= 1)) return NaN;
  if (successes < 0) return 0;
  if (successes >= trials || probability === 0) return 1;
  return probability === 1 ? 0 : undefined;
}
