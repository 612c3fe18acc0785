import type { NumberRange } from '../../../src/core/schema/fieldNode';
import { parseDecimal, showDecimal } from './decimal';

export type ParsedNumber =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'invalid'; readonly message: string };

/** How a number of the file is shown and typed. */
export interface NumberFormat {
  /** Bounds in the file's own unit. */
  readonly range: NumberRange;
  /** 2 for percent, 0 for the number itself. */
  readonly places: number;
  /** Shown behind the number: `%`. */
  readonly unit: string;
}

/** Bounds beyond these are there for machines; people are told of them only when they hit them. */
const remote = { low: 0.001, high: 1_000_000 };

interface Bounds {
  readonly low: string | null;
  readonly lowExcluded: boolean;
  readonly high: string | null;
}

function boundsOf({ range, places, unit }: NumberFormat, brief: boolean): Bounds {
  const shown = (limit: number) =>
    `${groupDigits(showDecimal(limit, places))}${unit === '%' ? ' %' : ''}`;
  const shownLimit = (limit: number) => limit * 10 ** places;
  const { low, high } = range;
  const tiny = brief && low > 0 && shownLimit(low) < remote.low;
  const huge = brief && shownLimit(high) >= remote.high;
  return {
    low: Number.isFinite(low) ? shown(tiny ? 0 : low) : null,
    lowExcluded: range.lowExcluded || tiny,
    high: Number.isFinite(high) && !huge ? shown(high) : null,
  };
}

/**
 * The allowed range in words: `above 0 %, below 100 %`. `brief` leaves out bounds that are there only to keep
 * machines out of trouble.
 */
export function rangeInWords(format: NumberFormat, length: 'brief' | 'exact' = 'exact'): string {
  const { low, lowExcluded, high } = boundsOf(format, length === 'brief');
  const { highExcluded, whole } = format.range;
  const words: string[] = whole ? ['a whole number'] : [];
  if (low !== null && high !== null && !lowExcluded && !highExcluded) {
    return [...words, `${low} to ${high}`].join(', ');
  }
  if (low !== null) words.push(lowExcluded ? `above ${low}` : `${low} or more`);
  if (high !== null) words.push(highExcluded ? `below ${high}` : `up to ${high}`);
  return words.join(', ');
}

/** 12000 as 12,000. Only in sentences: what is typed into a field stays free of separators. */
export function groupDigits(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function within(value: number, range: NumberRange): boolean {
  const { low, lowExcluded, high, highExcluded, whole } = range;
  if (whole && !Number.isInteger(value)) return false;
  if (lowExcluded ? !(value > low) : !(value >= low)) return false;
  return highExcluded ? value < high : value <= high;
}

/** A file's number as text for its field. */
export function showNumber(value: number, format: NumberFormat): string {
  return showDecimal(value, format.places);
}

/**
 * What a typed text means, or why it is not taken. A comma is refused: 12,5 and 12,500 mean different things to
 * different people.
 */
export function parseNumber(typed: string, format: NumberFormat): ParsedNumber {
  const range = rangeInWords(format);
  const invalid = (message: string): ParsedNumber => ({ kind: 'invalid', message });
  let text = typed.replace(/[\s\u00a0\u202f_]/g, '').replace('\u2212', '-');
  if (format.places === 2 && text.endsWith('%')) text = text.slice(0, -1);
  if (text === '') return invalid(`Type a number: ${range}.`);
  if (text.includes(',')) {
    return invalid('Write the number without commas, with a point for decimals: 12000 or 12.5.');
  }
  const value = parseDecimal(text, -format.places);
  if (value === null) return invalid(`"${typed.trim()}" is not a number. Type a number: ${range}.`);
  return within(value, format.range)
    ? { kind: 'value', value }
    : invalid(`${typed.trim()} is out of range. Type a number: ${range}.`);
}
