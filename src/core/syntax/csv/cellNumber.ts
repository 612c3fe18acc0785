/** Powers of ten that a double holds exactly. */
const tens = Float64Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));

/** Whole numbers below it have at most 15 digits, and are exact. */
const mostExact = 1e15;

/**
 * The number that a cell holds, as `Number` would read it, or NaN where it holds none: digits with sign, point and
 * exponent, and blanks around them; neither text like `Infinity` nor hexadecimal digits.
 *
 * Formula: up to 15 digits divided or multiplied by a power of ten up to 10^22, both exact, so that the quotient is
 * rounded once (Clinger 1990); longer ones go by `Number`.
 */
export function cellNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  let end = to;
  while (at < end && bytes[at] === 0x20) at += 1;
  while (end > at && bytes[end - 1] === 0x20) end -= 1;
  const first = at;
  const isNegative = bytes[at] === 0x2d;
  if (isNegative || bytes[at] === 0x2b) at += 1;
  let whole = 0;
  let digits = 0;
  let decimals = 0;
  let byte = 0;
  for (; at < end; at += 1) {
    byte = (bytes[at] as number) - 0x30;
    if (byte < 0 || byte > 9) break;
    whole = whole * 10 + byte;
    digits += 1;
  }
  if (at < end && bytes[at] === 0x2e) {
    for (at += 1; at < end; at += 1) {
      byte = (bytes[at] as number) - 0x30;
      if (byte < 0 || byte > 9) break;
      whole = whole * 10 + byte;
      digits += 1;
      decimals += 1;
    }
  }
  if (digits === 0) return NaN;
  if (at < end || whole >= mostExact || decimals > 22) return slowNumber(bytes, first, end);
  const size = decimals === 0 ? whole : whole / (tens[decimals] as number);
  return isNegative ? -size : size;
}

function slowNumber(bytes: Uint8Array, from: number, to: number): number {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(bytes[at] as number);
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return NaN;
  const value = Number(text);
  return Number.isFinite(value) ? value : NaN;
}
