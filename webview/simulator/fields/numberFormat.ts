import { parseDecimal, showDecimal } from './decimal';

/** Which numbers a field takes, in the file's own unit. */
export interface Limits {
  readonly above?: number;
  readonly from?: number;
  readonly below?: number;
  readonly to?: number;
  readonly whole?: true;
}

export type ParsedNumber =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'invalid'; readonly message: string };

/** How a number of the file is shown and typed. `places`: 2 for percent, 0 for the number itself. */
export interface NumberFormat {
  readonly limits: Limits;
  readonly places: number;
  /** Shown behind the number: `%`. May be typed too. */
  readonly unit: string;
}

/** The allowed range in words: `above 0 %, below 100 %`. */
export function rangeInWords({ limits, places, unit }: NumberFormat): string {
  const suffix = unit === '%' ? ' %' : '';
  const shown = (limit: number) => `${groupDigits(showDecimal(limit, places))}${suffix}`;
  const low = limits.above ?? limits.from;
  const high = limits.below ?? limits.to;
  const words: string[] = [];
  if (limits.from !== undefined && limits.to !== undefined) {
    words.push(`${shown(limits.from)} to ${shown(limits.to)}`);
  } else {
    if (low !== undefined) words.push(limits.above === undefined ? `${shown(low)} or more` : `above ${shown(low)}`);
    if (high !== undefined) words.push(limits.below === undefined ? `up to ${shown(high)}` : `below ${shown(high)}`);
  }
  if (limits.whole) words.unshift('a whole number');
  return words.join(', ');
}

/** 12000 as 12,000. Only in sentences: what is typed into a field stays free of separators. */
export function groupDigits(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function within(value: number, limits: Limits): boolean {
  if (limits.whole && !Number.isInteger(value)) return false;
  if (limits.above !== undefined && !(value > limits.above)) return false;
  if (limits.from !== undefined && !(value >= limits.from)) return false;
  if (limits.below !== undefined && !(value < limits.below)) return false;
  return limits.to === undefined || value <= limits.to;
}

/** A file's number as text for its field. */
export function showNumber(value: number, format: NumberFormat): string {
  return showDecimal(value, format.places);
}

/** What a typed text means, or why it is not taken. A comma is refused: 12,5 and 12,500 mean different things to different people. */
export function parseNumber(typed: string, format: NumberFormat): ParsedNumber {
  const range = rangeInWords(format);
  const invalid = (message: string): ParsedNumber => ({ kind: 'invalid', message });
  let text = typed.replace(/[\s\u00a0\u202f_]/g, '').replace('\u2212', '-');
  if (format.unit === '%' && text.endsWith('%')) text = text.slice(0, -1);
  if (text === '') return invalid(`Type a number: ${range}.`);
  if (text.includes(',')) {
    return invalid('Write the number without commas, with a point for decimals: 12000 or 12.5.');
  }
  const value = parseDecimal(text, -format.places);
  if (value === null) return invalid(`"${typed.trim()}" is not a number. Type a number: ${range}.`);
  return within(value, format.limits)
    ? { kind: 'value', value }
    : invalid(`${typed.trim()} is out of range. Type a number: ${range}.`);
}
