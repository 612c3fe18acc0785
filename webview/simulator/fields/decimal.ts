/** A number taken apart: `sign`, digits without leading zeros, and how many of them stand behind the point (may be negative). */
interface Digits {
  readonly sign: string;
  readonly digits: string;
  readonly decimals: number;
}

const decimalShape = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i;

function takeApart(text: string): Digits | null {
  const match = decimalShape.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole + fraction === '') return null;
  return {
    sign: sign === '-' ? '-' : '',
    digits: whole + fraction,
    decimals: fraction.length - Number(exponent),
  };
}

function putTogether({ sign, digits, decimals }: Digits): string {
  const padded = digits + '0'.repeat(Math.max(0, -decimals));
  const point = Math.max(0, decimals);
  const long = padded.padStart(point + 1, '0');
  const whole = long.slice(0, long.length - point).replace(/^0+(?=\d)/, '');
  const fraction = long.slice(long.length - point).replace(/0+$/, '');
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  return text === '0' ? '0' : sign + text;
}

/** Moves the decimal point of a number written in plain or exponent form, digit by digit; null where the text is no number. */
export function shiftDecimalPoint(text: string, places: number): string | null {
  const parts = takeApart(text);
  return parts === null ? null : putTogether({ ...parts, decimals: parts.decimals - places });
}

/**
 * The number a text means after its decimal point has been moved; null where it is no number. Works on the digits:
 * 5.3 % is the number written 0.053, where 5.3 / 100 would be 0.053000000000000005 on some inputs.
 */
export function parseDecimal(text: string, places: number): number | null {
  const shifted = shiftDecimalPoint(text, places);
  if (shifted === null) return null;
  const value = Number(shifted);
  return Number.isFinite(value) ? value : null;
}

/** Shortest decimal text that reads back as the same number, its decimal point moved, never in exponent form. */
export function showDecimal(value: number, places: number): string {
  return shiftDecimalPoint(String(value), places) ?? String(value);
}
