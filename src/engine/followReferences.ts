import { followClients } from './followClients';
import { followNames } from './followNames';
import { followWords } from './followWords';
import type { IndexState } from './indexState';
import { followImports, type FollowContext } from './indexUpdates';

/** Has all files read that reads depend on: by SDKs, by imports, by names of packages and namespaces, and by clients. */
export async function followReferences(
  state: IndexState,
  context: FollowContext,
  isCancelled: () => boolean = () => false,
): Promise<void> {
  await followWords(state, context, state.sdks.takeNew(), {
    isCancelled,
    concerns: (file) => !state.index.has(file),
  });
  do {
    await followImports(state, context, isCancelled);
  } while (
    (await followNames(state, context, isCancelled)) ||
    (await followClients(state, context, isCancelled))
  );
}
