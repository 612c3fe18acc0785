import { languageGroupOf, type LanguageGroup } from '../core/flags/index/languageGroup';
import type { WordQuery } from '../core/flags/sieve/wordQuery';
import { sourceLanguageOf } from '../core/syntax/sourceLanguage';
import type { IndexState } from './indexState';
import type { FollowContext } from './indexUpdates';
import { takeInAgain } from './takeIn';

/** So many files are read at a time. */
const groupSize = 32;

/** Has the source files taken in again whose words answer the query of their group of languages. */
export async function followWords(
  state: IndexState,
  context: FollowContext,
  queries: ReadonlyMap<LanguageGroup, WordQuery>,
  options: {
    readonly isCancelled: () => boolean;
    /** What a file must be, too. */
    readonly concerns?: (file: string, group: LanguageGroup) => boolean;
  },
): Promise<void> {
  const { isCancelled, concerns = () => true } = options;
  if (queries.size === 0) return;
  const found = [...state.digests].filter(([file, { words }]) => {
    const language = sourceLanguageOf(file);
    const group = language && languageGroupOf(language);
    return group !== null && (queries.get(group)?.(words) ?? false) && concerns(file, group);
  });
  for (let start = 0; start < found.length && !isCancelled(); start += groupSize) {
    const group = found.slice(start, start + groupSize);
    await Promise.all(group.map(([file]) => takeInAgain(state, file, context)));
    await context.giveWay();
  }
}
