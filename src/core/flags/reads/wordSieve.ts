function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Names by their first character: a regular expression tells them apart faster. */
function grouped(names: readonly string[]): string {
  const byFirst = new Map<string, string[]>();
  for (const name of names) {
    const first = name.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), escapeForRegExp(name.slice(1))]);
  }
  return [...byFirst]
    .map(([first, rest]) => `${escapeForRegExp(first)}(?:${rest.join('|')})`)
    .join('|');
}

/** Tells whether one of these names stands in a text as a word of its own. */
export function createWordSieve(names: Iterable<string>): (text: string) => boolean {
  const all = [...new Set(names)].filter((name) => name !== '').sort();
  if (all.length === 0) return () => false;
  const pattern = new RegExp(`(?<![\\w$])(?:${grouped(all)})(?![\\w$])`);
  return (text) => pattern.test(text);
}
