import { utf8Bytes } from '../../syntax/utf8Bytes';

const longestWindow = 32;

/** The UTF-8 bytes of a text; null where it has none (half a surrogate pair). */
function utf8Of(text: string): Uint8Array | null {
  const isEncodable =
    !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
  if (!isEncodable) return null;
  return Uint8Array.from([...text].flatMap(utf8Bytes));
}

function isAt(word: Uint8Array, bytes: Uint8Array, start: number): boolean {
  if (start + word.length > bytes.length) return false;
  for (let index = 0; index < word.length; index++)
    if (word[index] !== bytes[start + index]) return false;
  return true;
}

/** How far a window may move by the two bytes at its end, and which words may stand where it may not. */
interface Shifts {
  readonly window: number;
  readonly shiftOf: Uint8Array;
  readonly endingWith: ReadonlyMap<number, readonly Uint8Array[]>;
}

function shiftsOf(words: readonly Uint8Array[]): Shifts {
  const window = Math.min(longestWindow, ...words.map(({ length }) => length));
  const shiftOf = new Uint8Array(65_536).fill(window - 1);
  const endingWith = new Map<number, Uint8Array[]>();
  for (const word of words) {
    for (let end = 1; end < window; end++) {
      const pair = ((word[end - 1] ?? 0) << 8) | (word[end] ?? 0);
      shiftOf[pair] = Math.min(shiftOf[pair] ?? 0, window - 1 - end);
      if (end === window - 1) endingWith.set(pair, [...(endingWith.get(pair) ?? []), word]);
    }
  }
  return { window, shiftOf, endingWith };
}

/**
 * Looks whether bytes hold any of some texts as UTF-8, whatever stands around it. Time grows with the bytes, hardly with the number of
 * texts: a window moves by what its last two bytes allow (Wu and Manber, A fast algorithm for multi-pattern searching, 1994). Texts of
 * one byte are taken to be everywhere.
 */
export function wordSearch(texts: readonly string[]): (bytes: Uint8Array) => boolean {
  const words = texts.map(utf8Of).filter((word) => word !== null);
  if (words.length === 0) return () => false;
  if (words.some(({ length }) => length < 2)) return () => true;
  const { window, shiftOf, endingWith } = shiftsOf(words);
  return (bytes) => {
    const { length } = bytes;
    let end = window - 1;
    while (end < length) {
      const pair = (bytes[end - 1]! << 8) | bytes[end]!;
      const shift = shiftOf[pair]!;
      if (shift > 0) {
        end += shift;
        continue;
      }
      const start = end - window + 1;
      if (endingWith.get(pair)?.some((word) => isAt(word, bytes, start))) return true;
      end++;
    }
    return false;
  };
}
