import { formatDecimal } from './formatNumber';

/** A number for reading: at most five significant digits, thousands grouped. */
export function tidy(value: number): string {
  return formatDecimal(value, 5);
}

/** A share for reading: 0.0546 as `5.46 %`. */
export function percentInWords(share: number): string {
  return `${tidy(share * 100)} %`;
}

/** A difference of shares in percentage points, without its unit: 0.0026 as `0.26`. */
export function points(difference: number): string {
  return formatDecimal(difference * 100, 3);
}

/**
 * A probability to a fixed number of decimals: 0.80123 as `80.12 %`. What is neither certain nor impossible is not
 * called so.
 */
export function probability(share: number, decimals: number): string {
  const text = (share * 100).toFixed(decimals);
  const least = (10 ** -decimals).toFixed(decimals);
  if (share < 1 && Number(text) === 100) return `over ${(100 - Number(least)).toFixed(decimals)} %`;
  if (share > 0 && Number(text) === 0) return `under ${least} %`;
  return `${text} %`;
}
