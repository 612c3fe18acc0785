import { writeYamlString } from '../../syntax/yamlDocument';

/** A key's own text in a file: `start` and `end` are offsets in `text`, quotes left out. */
export interface WrittenKey {
  readonly file: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** What to put in the place of a key's own text (offsets in the same text), or why that cannot be done. */
export type KeyReplacement =
  | {
      readonly kind: 'replacement';
      readonly start: number;
      readonly end: number;
      readonly newText: string;
    }
  | { readonly kind: 'refusal'; readonly reason: string };

const quotes: ReadonlySet<string> = new Set(['"', "'", '`']);

function refusal(reason: string): KeyReplacement {
  return { kind: 'refusal', reason };
}

/** The quote around the text; empty where it stands without. */
function quoteAround({ text, start, end }: WrittenKey): string {
  const before = text[start - 1] ?? '';
  return quotes.has(before) && text[end] === before ? before : '';
}

function parsedJson(written: string): unknown {
  try {
    return JSON.parse(`"${written}"`);
  } catch {
    return null;
  }
}

function inJson(place: WrittenKey, newKey: string): KeyReplacement {
  const { text, start, end, key } = place;
  if (parsedJson(text.slice(start, end)) !== key) return refusal('its text there is another one');
  return { kind: 'replacement', start, end, newText: JSON.stringify(newKey).slice(1, -1) };
}

/** YAML: in the quotes it has; a plain word gets quotes where the new one needs them. */
function inYaml(place: WrittenKey, newKey: string): KeyReplacement {
  const { text, start, end, key } = place;
  const quote = quoteAround(place);
  const style = quote === '"' ? 'double-quoted' : quote === "'" ? 'single-quoted' : 'plain';
  const asWritten = writeYamlString(key, { style, flow: true });
  const wide = quote === '' ? 0 : 1;
  if (text.slice(start - wide, end + wide) !== asWritten) {
    return refusal('it is written in a way that Flaglab cannot change safely');
  }
  const newText = writeYamlString(newKey, { style, flow: true });
  return { kind: 'replacement', start: start - wide, end: end + wide, newText };
}

function inToml(place: WrittenKey, newKey: string): KeyReplacement {
  const { text, start, end, key } = place;
  if (text.slice(start, end) !== key) return refusal('it is written with escapes');
  const quote = quoteAround(place);
  const isBare = /^[A-Za-z0-9_-]+$/.test(newKey);
  if (quote === '"') {
    return { kind: 'replacement', start, end, newText: JSON.stringify(newKey).slice(1, -1) };
  }
  if (quote === "'" && newKey.includes("'"))
    return refusal('a text in single quotes cannot hold one');
  return {
    kind: 'replacement',
    start,
    end,
    newText: quote || isBare ? newKey : JSON.stringify(newKey),
  };
}

/** A string whose escapes are those of every language here: no raw, verbatim, formatted or tripled one, no attribute. */
function hasPlainQuotes({ text, start, end }: WrittenKey, quote: string): boolean {
  const before = text[start - 2] ?? '';
  return quote !== '`' && !/[\w@$"'`=#]/.test(before) && text[end + 1] !== quote;
}

/** Code: only letters and signs that mean themselves in every string; quotes and backslashes are escaped in plain strings. */
function inCode(place: WrittenKey, newKey: string): KeyReplacement {
  const { text, start, end, key } = place;
  const quote = quoteAround(place);
  if (text.slice(start, end) !== key) return refusal('it is written with escapes');
  if (quote === '') {
    return /^[A-Za-z_]\w*$/.test(newKey)
      ? { kind: 'replacement', start, end, newText: newKey }
      : refusal('it is a name in the code there, which can hold letters, digits and _ only');
  }
  if (/^[\p{L}\p{N} _.:/@#+,;=!?*()[\]-]*$/u.test(newKey)) {
    return { kind: 'replacement', start, end, newText: newKey };
  }
  if (/[\p{C}\p{Zl}\p{Zp}${}%&<>]/u.test(newKey) || !hasPlainQuotes(place, quote)) {
    return refusal('the string there cannot hold these characters safely');
  }
  const newText = newKey.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
  return { kind: 'replacement', start, end, newText };
}

/** Another key in the place of one, with the quotes and escapes of the file's language. Refuses what it cannot write for sure. */
export function writeKey(place: WrittenKey, newKey: string): KeyReplacement {
  const ending = place.file.slice(place.file.lastIndexOf('.') + 1).toLowerCase();
  switch (ending) {
    case 'json':
    case 'jsonc':
      return inJson(place, newKey);
    case 'yaml':
    case 'yml':
      return inYaml(place, newKey);
    case 'toml':
      return inToml(place, newKey);
    default:
      return inCode(place, newKey);
  }
}
