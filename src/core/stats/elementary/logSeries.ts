/**
 * (ln(1 + f) - 2s) / s with s = f / (2 + f): the tail of ln(1 + f) = 2 artanh(s) = 2s + 2s³/3 + 2s⁵/5 + ...
 * divided by s.
 *
 * Range: |s| <= 0.1716, that is 1 + f between √½ and √2. Ten terms; what is left out is below 2^-59
 * of the sum.
 */
export function logSeries(s: number): number {
  const square = s * s;
  const fourth = square * square;
  // Two halves, so that processors can work on both at once.
  const odd = 2 / 3 + fourth * (2 / 7 + fourth * (2 / 11 + fourth * (2 / 15 + fourth * (2 / 19))));
  const even = 2 / 5 + fourth * (2 / 9 + fourth * (2 / 13 + fourth * (2 / 17 + fourth * (2 / 21))));
  return square * odd + fourth * even;
}
