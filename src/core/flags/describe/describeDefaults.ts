import type { FlagRead } from '../../model/flagRead';
import { defaultInWords } from './defaultInWords';

/** The different defaults that reads of one flag give, in words, most used first. */
export function differentDefaults(reads: readonly FlagRead[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const read of reads) {
    if (read.default === null) continue;
    const words = defaultInWords(read.default);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([words]) => words);
}

/** What the code says a flag is where nothing else does: `default off · 2 defaults differ`. */
export function describeDefaults(read: FlagRead | null, reads: readonly FlagRead[]): string {
  const different = differentDefaults(reads);
  const own =
    read === null
      ? (different[0] ?? null)
      : read.default === null
        ? null
        : defaultInWords(read.default);
  const first = own === null ? 'no default' : `default ${own}`;
  return different.length > 1 ? `${first} · ${different.length} defaults differ` : first;
}
