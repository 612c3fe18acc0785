import { followNames } from './followNames';
import type { IndexState } from './indexState';
import { followImports, type FollowContext } from './indexUpdates';

/** Has all files read that reads depend on: by imports, and by names of packages and namespaces. */
export async function followReferences(
  state: IndexState,
  context: FollowContext,
  isCancelled: () => boolean = () => false,
): Promise<void> {
  do {
    await followImports(state, context, isCancelled);
  } while (await followNames(state, context, isCancelled));
}
