import type { JsonPath } from '../model/json';

/** What can be said of a place in a YAML text, also of one that is not valid (yet). */
export interface YamlPlace {
  /** `key`: a key is, or could be, here. `value`: the value of a key. `item`: an item of a list. `none`: a comment, or no place for either. */
  readonly role: 'key' | 'value' | 'item' | 'none';
  /** For a key: of the map that it belongs to. For a value or an item: its own. */
  readonly path: JsonPath;
  /** The word at the place, quotes included; empty where there is none. Offsets. */
  readonly start: number;
  readonly end: number;
  /** Within braces or brackets. */
  readonly flow: boolean;
  /** Keys that the map has already, the word at the place left out; for an item, those of the map that it could be. */
  readonly present: readonly string[];
}

/** A key as the outline sees it. */
export interface OutlineKey {
  readonly path: JsonPath;
  readonly key: string;
  readonly start: number;
}

/** A key or scalar without its quotes. */
export function unquoted(word: string): string {
  if (/^".*"$/s.test(word)) {
    try {
      return String(JSON.parse(word));
    } catch {
      return word.slice(1, -1);
    }
  }
  return /^'.*'$/s.test(word) ? word.slice(1, -1).replaceAll("''", "'") : word;
}
