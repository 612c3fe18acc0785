import { explainGit } from './explainGit';
import type { RunGit } from './gitRunner';

/** The repository a folder is in. `unknown`: there is none, or its history is not to be had, and why. */
export type RepositoryState =
  | { readonly kind: 'known'; readonly head: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Looks whether the whole history of a folder is there. */
export async function repositoryState(
  run: RunGit,
  { root, trusted }: { readonly root: string; readonly trusted: boolean },
): Promise<RepositoryState> {
  const options = { cwd: root, trusted };
  const answer = await run('rev-parse', ['--is-shallow-repository', '--verify', 'HEAD'], options);
  const shallow = await run('rev-parse', ['--is-shallow-repository'], options);
  if (shallow.kind === 'refused') return { kind: 'unknown', reason: shallow.reason };
  if (shallow.kind === 'failed') return { kind: 'unknown', reason: explainGit(shallow.reason) };
  if (answer.kind !== 'ok') return { kind: 'unknown', reason: 'There is no commit yet.' };
  if (shallow.stdout.trim() === 'true') {
    const reason =
      'This is a shallow clone: since when something is so cannot be known (git fetch --unshallow, or fetch-depth: 0).';
    return { kind: 'unknown', reason };
  }
  const head = answer.stdout.trim().split(/\s+/).at(-1) ?? '';
  return { kind: 'known', head };
}
