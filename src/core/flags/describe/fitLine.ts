/** Longest title of a lens, in characters (VS Code's guidance for short titles). */
export const longestTitle = 60;

/** Shortens a key in its middle, where keys differ least: `checkout_…_button`. */
function shortenKey(key: string, length: number): string {
  const kept = Math.max(length - 1, 8);
  if (key.length <= kept + 1) return key;
  const head = Math.ceil(kept / 2);
  return `${key.slice(0, head)}…${key.slice(key.length - (kept - head))}`;
}

/** `key: words` with the longest words that fit into a title; if none does, with the shortest ones and a shortened key. */
export function fitLine(key: string, words: readonly string[]): string {
  const lines = words.map((text) => `${key}: ${text}`);
  const fitting = lines.find((line) => line.length <= longestTitle);
  if (fitting !== undefined) return fitting;
  const shortest = words.toSorted((a, b) => a.length - b.length)[0] ?? '';
  const line = `${shortenKey(key, longestTitle - shortest.length - 2)}: ${shortest}`;
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1)}…`;
}
