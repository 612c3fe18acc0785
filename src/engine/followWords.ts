import { languageGroupOf, type LanguageGroup } from '../core/flags/index/languageGroup';
import type { WordQuery } from '../core/flags/sieve/wordQuery';
import { sourceLanguageOf } from '../core/syntax/sourceLanguage';
import type { IndexState } from './indexState';
import { takeInText, textOf, type FollowContext } from './indexUpdates';

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
  for (const [file, hashes] of Array.from(state.words)) {
    if (isCancelled()) return;
    const language = sourceLanguageOf(file);
    const group = language && languageGroupOf(language);
    if (!group || !queries.get(group)?.(hashes) || !concerns(file, group)) continue;
    const text = await textOf(state, file, context);
    if (text !== null) await takeInText(state, file, text, context);
    await context.giveWay();
  }
}
