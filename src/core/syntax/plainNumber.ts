/** More digits than any number people write, fewer than the noise of binary arithmetic. */
const significantDigits = 15;

/** Beyond these, decimals are harder to read than an exponent. */
const smallestPlain = 1e-15;
const largestPlain = 1e21;

/**
 * A finite number as people write it: without the noise of binary arithmetic (0.053, not 0.05300000000000001),
 * without exponent from 1e-15 to 1e21. Whole numbers keep all digits; others are rounded to 15 significant ones.
 */
export function plainNumber(value: number): string {
  if (Number.isInteger(value)) return Object.is(value, -0) ? '0' : String(value);
  const rounded = Number(value.toPrecision(significantDigits));
  const written = String(rounded);
  const size = Math.abs(rounded);
  if (!written.includes('e') || size < smallestPlain || size >= largestPlain) return written;
  const [digits = '', exponent = '0'] = written.split('e');
  const decimals = (digits.split('.')[1] ?? '').length - Number(exponent);
  return rounded.toFixed(Math.max(decimals, 0));
}
