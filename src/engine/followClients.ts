import type { LanguageGroup } from '../core/flags/index/languageGroup';
import type { WordQuery } from '../core/flags/sieve/wordQuery';
import { followWords } from './followWords';
import type { IndexState } from './indexState';
import type { FollowContext } from './indexUpdates';

/**
 * Files that name no flag SDK may use a client that another file makes. Has those files read that name such a client and import
 * its file. Whether there were clients to look for.
 */
export async function followClients(
  state: IndexState,
  context: FollowContext,
  isCancelled: () => boolean,
): Promise<boolean> {
  const groups = state.clients.add(state.index.clients());
  const queries = new Map<LanguageGroup, WordQuery>(
    [...groups].map((group) => [group, (hashes) => state.clients.mayBeNamed(group, hashes)]),
  );
  await followWords(state, context, queries, {
    isCancelled,
    concerns: (file) => !state.index.has(file),
  });
  return groups.size > 0;
}
