import type { JsonValue } from '../model/json';

/** A value as text: a string as it is, other values as JSON writes them; empty where there is none. */
export function plainText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
