import { groupDigits } from './numberFormat';
import { showDecimal } from './decimal';

/** A number for reading: at most five significant digits, thousands grouped, no exponent. */
export function tidy(value: number): string {
  const rounded = Math.abs(value) >= 10_000 ? Math.round(value) : Number(value.toPrecision(5));
  return groupDigits(showDecimal(rounded, 0));
}

/** A share for reading: 0.0546 as `5.46 %`. */
export function percentInWords(share: number): string {
  return `${tidy(Number((share * 100).toPrecision(10)))} %`;
}

/** A share to a fixed number of decimals: 0.80123 as `80.1 %`. */
export function roundedPercent(share: number, decimals = 1): string {
  return `${(share * 100).toFixed(decimals)} %`;
}

/** A whole number with its thousands grouped: 12,000. */
export function count(value: number): string {
  return groupDigits(showDecimal(Math.round(value), 0));
}
