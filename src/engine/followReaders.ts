import type { LanguageGroup } from '../core/flags/index/languageGroup';
import { createWordQuery } from '../core/flags/sieve/wordQuery';
import { followReferences } from './followReferences';
import { followWords } from './followWords';
import type { IndexState } from './indexState';
import type { FollowContext } from './indexUpdates';

/** Readers of readers are looked for so often. */
const mostRounds = 6;

/** The names that were not looked for yet, by group of languages. */
function newNames(state: IndexState): ReadonlyMap<LanguageGroup, readonly string[]> {
  const found = new Map<LanguageGroup, readonly string[]>();
  for (const [group, names] of state.index.readerNames()) {
    const fresh = [...names].filter((name) => !state.readers.has(group, name));
    if (fresh.length > 0) found.set(group, fresh);
  }
  return found;
}

/**
 * Files that name no flag SDK may call functions of the project that read flags. Looks for their names among the words of all
 * files that could call them, has those files read, and begins again with the functions that are found to read flags then.
 */
export async function followReaders(
  state: IndexState,
  context: FollowContext,
  isCancelled: () => boolean = () => false,
): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const fresh = newNames(state);
    if (fresh.size === 0) return;
    for (const [group, names] of fresh) state.readers.add(group, names);
    const queries = new Map([...fresh].map(([group, names]) => [group, createWordQuery(names)]));
    await followWords(state, context, queries, { isCancelled });
    await followReferences(state, context, isCancelled);
  }
}
