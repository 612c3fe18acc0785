import { wordsOfText } from '../../syntax/wordHashes';

/** Whether a file whose words are known may hold something: never false where it does. */
export type WordQuery = (hashes: Uint32Array) => boolean;

/** One less than a power of two. */
const filterMask = 0xfff;

/**
 * Asks whether a file may hold one of these texts (names, package names): whether it has all words of one. A text without a
 * word of ASCII may be anywhere.
 */
export function createWordQuery(texts: Iterable<string>): WordQuery {
  const all = [...new Set(texts)].filter((text) => text !== '');
  const wanted = all.map((text) => [...wordsOfText(text).hashes]);
  if (wanted.length === 0) return () => false;
  if (wanted.some((words) => words.length === 0)) return () => true;
  const others = new Map<number, (readonly number[])[]>();
  const filter = new Uint8Array(filterMask + 1);
  for (const words of wanted) {
    const [first = 0, ...rest] = words;
    others.set(first, [...(others.get(first) ?? []), rest]);
    filter[first & filterMask] = 1;
  }
  return (hashes) => {
    for (const hash of hashes) {
      if (filter[hash & filterMask] === 0) continue;
      const rests = others.get(hash);
      if (rests?.some((rest) => rest.every((word) => hashes.includes(word)))) return true;
    }
    return false;
  };
}
