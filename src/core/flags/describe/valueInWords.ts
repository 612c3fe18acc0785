import type { JsonValue } from '../../model/json';

/** Longest text of a value shown whole. */
const longestValue = 24;

/** A flag's value as people call it: `on`, `off`, `"blue"`, `12`. */
export function valueInWords(value: JsonValue): string {
  if (value === true) return 'on';
  if (value === false) return 'off';
  const text = JSON.stringify(value);
  return text.length <= longestValue ? text : `${text.slice(0, longestValue - 1)}…`;
}
