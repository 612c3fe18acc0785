import { formatCount } from './formatNumber';

/**
 * Plural of a unit's English name: `users`, `companies`, `boxes`. A name that is a plural already, or
 * that does not end in a Latin letter, stays.
 */
export function plural(noun: string): string {
  if (/(ss|sh|ch|x|z)$/i.test(noun)) return `${noun}es`;
  if (!/[a-zà-ÿ]$/i.test(noun) || /s$/i.test(noun)) return noun;
  return /[^aeiou]y$/i.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** A count with its noun: `1 user`, `234,340 users`. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural(noun)}`;
}
