import { languageGroupOf, type LanguageGroup } from '../core/flags/index/languageGroup';
import { createWordSieve } from '../core/flags/reads/wordSieve';
import { sourceLanguageOf } from '../core/syntax/sourceLanguage';
import { followReferences } from './followReferences';
import type { IndexState } from './indexState';
import { takeInText, textOf, type FollowContext } from './indexUpdates';

/** Readers of readers are looked for so often. */
const mostRounds = 6;

/** The names that were not looked for yet, by group of languages. */
function newNames(state: IndexState): ReadonlyMap<LanguageGroup, readonly string[]> {
  const found = new Map<LanguageGroup, readonly string[]>();
  for (const [group, names] of state.index.readerNames()) {
    const known = state.readersOf(group);
    const fresh = [...names].filter((name) => !known.has(name));
    if (fresh.length > 0) found.set(group, fresh);
  }
  return found;
}

/**
 * Files that name no flag SDK may call functions of the project that read flags. Looks for their names in the texts of all files
 * that could call them, has those files read, and begins again with the functions that are found to read flags then.
 */
export async function followReaders(
  state: IndexState,
  context: FollowContext,
  isCancelled: () => boolean = () => false,
): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const fresh = newNames(state);
    if (fresh.size === 0) return;
    const sieves = new Map([...fresh].map(([group, names]) => [group, createWordSieve(names)]));
    for (const [group, names] of fresh) state.addReaders(group, names);
    for (const file of Array.from(state.listed.keys())) {
      if (isCancelled()) return;
      const language = sourceLanguageOf(file);
      const sieve = language && sieves.get(languageGroupOf(language));
      if (!sieve) continue;
      const text = await textOf(state, file, context);
      if (text === null || !sieve(text)) continue;
      await takeInText(state, file, text, context);
      await context.giveWay();
    }
    await followReferences(state, context, isCancelled);
  }
}
