/**
 * (ln(1 + f) - 2s) / s with s = f / (2 + f): the tail of ln(1 + f) = 2 artanh(s) = 2s + 2s³/3 + 2s⁵/5 + ...
 * divided by s.
 *
 * Range: |s| <= 0.1716, that is 1 + f between √½ and √2. Ten terms; what is left out is below 2^-59
 * of the sum.
 */
export function logSeries(s: number): number {
  const square = s * s;
  let sum = 2 / 21;
  sum = sum * square + 2 / 19;
  sum = sum * square + 2 / 17;
  sum = sum * square + 2 / 15;
  sum = sum * square + 2 / 13;
  sum = sum * square + 2 / 11;
  sum = sum * square + 2 / 9;
  sum = sum * square + 2 / 7;
  sum = sum * square + 2 / 5;
  sum = sum * square + 2 / 3;
  return sum * square;
}
