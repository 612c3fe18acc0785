import { languageGroupOf } from '../core/flags/index/languageGroup';
import { sourceLanguageOf } from '../core/syntax/sourceLanguage';
import type { IndexState } from './indexState';
import { takeInText, textOf, type FollowContext } from './indexUpdates';

/**
 * Files that name no flag SDK may use a client that another file makes. Has those files read that name such a client and import
 * its file. Whether there were clients to look for.
 */
export async function followClients(
  state: IndexState,
  context: FollowContext,
  isCancelled: () => boolean,
): Promise<boolean> {
  const groups = state.addClients(state.index.clients());
  if (groups.size === 0) return false;
  for (const file of Array.from(state.listed.keys())) {
    if (isCancelled()) return false;
    const language = sourceLanguageOf(file);
    const group = language && languageGroupOf(language);
    if (!group || !groups.has(group) || state.index.has(file)) continue;
    const text = await textOf(state, file, context);
    if (text === null || !state.mentionsClient(group, file, text)) continue;
    await takeInText(state, file, text, context);
    await context.giveWay();
  }
  return true;
}
