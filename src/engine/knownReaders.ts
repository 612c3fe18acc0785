import type { LanguageGroup } from '../core/flags/index/languageGroup';
import { createWordQuery, type WordQuery } from '../core/flags/sieve/wordQuery';
import { wordsOfText } from '../core/syntax/wordHashes';

/** Names of the project's own functions, methods and getters that read flags for their callers. */
export interface KnownReaders {
  has(group: LanguageGroup, name: string): boolean;
  add(group: LanguageGroup, names: readonly string[]): void;
  /** Whether a file with these words names one of them. */
  mentions(group: LanguageGroup, hashes: Uint32Array): boolean;
  /** Those that a file with these words may name. */
  namedIn(group: LanguageGroup, hashes: Uint32Array): ReadonlySet<string>;
}

interface ReadersOfGroup {
  /** The words of each name. */
  readonly words: Map<string, readonly number[]>;
  any: WordQuery | null;
}

/** Those that the settings state are known in all languages from the beginning. */
export function createKnownReaders(stated: readonly string[] = []): KnownReaders {
  const groups = new Map<LanguageGroup, ReadersOfGroup>();

  function ofGroup(group: LanguageGroup): ReadersOfGroup {
    const known = groups.get(group);
    if (known) return known;
    const made: ReadersOfGroup = { words: new Map(), any: null };
    groups.set(group, made);
    for (const name of stated) made.words.set(name, [...wordsOfText(name).hashes]);
    return made;
  }

  return {
    has: (group, name) => ofGroup(group).words.has(name),
    add(group, names) {
      const own = ofGroup(group);
      own.any = null;
      for (const name of names) own.words.set(name, [...wordsOfText(name).hashes]);
    },
    mentions(group, hashes) {
      const own = ofGroup(group);
      own.any ??= createWordQuery(own.words.keys());
      return own.any(hashes);
    },
    namedIn(group, hashes) {
      const all = [...ofGroup(group).words];
      const isIn = (words: readonly number[]) => words.every((word) => hashes.includes(word));
      return new Set(all.flatMap(([name, words]) => (isIn(words) ? [name] : [])));
    },
  };
}
