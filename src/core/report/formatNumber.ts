/**
 * Numbers in sentences, the same on every host (`Intl` differs between them): thousands by comma,
 * decimals by point.
 */

/** Above it neighbouring whole numbers can no longer be told apart. */
const mostCounted = Number.MAX_SAFE_INTEGER;

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A count, rounded to a whole number: `234,340`. Above 2^53 in powers of ten: `1.2e+20`. */
export function formatCount(count: number): string {
  if (!(Math.abs(count) <= mostCounted)) return String(Number(count.toPrecision(3)));
  return grouped(String(Math.round(count)));
}

/**
 * A number to at most `digits` significant digits, never fewer than its whole part has: `12,000.5`,
 * `0.0546`.
 */
export function formatDecimal(value: number, digits: number): string {
  if (Math.abs(value) >= 10 ** digits) return formatCount(value);
  const [whole = '', fraction] = String(Number(value.toPrecision(digits))).split('.');
  return fraction === undefined ? grouped(whole) : `${grouped(whole)}.${fraction}`;
}

/**
 * A share (0 to 1 or beyond) in percent, to three significant digits: `5.46 %`. What is not everything
 * is never called 100 %: `over 99.9 %`.
 */
export function formatPercent(share: number): string {
  const text = formatDecimal(share * 100, 3);
  return text === '100' && share < 1 ? 'over 99.9 %' : `${text} %`;
}
