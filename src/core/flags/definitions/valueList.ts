import type { JsonValue } from '../../model/json';

/** Values shown before the rest is counted: a list of a thousand users says less than their number. */
const mostShown = 5;

/** Values of a condition in words: `"DE", "AT"`; of a long list the first ones and how many more there are. */
export function valueList(values: readonly JsonValue[]): string {
  const shown = values.slice(0, mostShown).map((value) => JSON.stringify(value));
  const more = values.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** `is "DE"` for one value, `is one of "DE", "AT"` for several; `is none of them` for none. */
export function isOneOf(values: readonly JsonValue[]): string {
  if (values.length === 0) return 'is one of none';
  return values.length === 1 ? `is ${valueList(values)}` : `is one of ${valueList(values)}`;
}
