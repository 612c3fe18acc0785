const word = new Float64Array(1);
const halves = new Int32Array(word.buffer);

word[0] = 1;

/** Which half of a double has its exponent: hosts differ in the order of bytes. */
const highHalf = halves[1] === 0x3ff00000 ? 1 : 0;

/**
 * k with 2^k <= x < 2^(k + 1).
 *
 * Range: positive normal numbers (from 2^-1022). Exact.
 */
export function exponentOf(x: number): number {
  word[0] = x;
  return ((halves[highHalf] as number) >>> 20) - 1023;
}
