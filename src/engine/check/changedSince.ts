import { explainGit } from '../history/explainGit';
import { readBlobs } from '../history/readBlobs';
import type { Git } from '../history/gitRunner';
import type { WorkspaceIndex } from '../workspaceIndex';

/** A file that differs between two commits: its text before, null where it was not there or is no text. */
export interface ChangedFile {
  readonly file: string;
  readonly before: string | null;
}

/** `known`: `base` is the commit that the change starts from. `unknown`: there is no such commit, or git cannot say, and why. */
export type ChangedSince =
  | { readonly kind: 'known'; readonly base: string; readonly files: readonly ChangedFile[] }
  | { readonly kind: 'unknown'; readonly reason: string };

interface Place {
  readonly git: Git;
  readonly root: string;
  readonly trusted: boolean;
}

function rawEntries(
  text: string,
): readonly { readonly file: string; readonly blob: string | null }[] {
  const tokens = text.split('\u0000');
  const found: { file: string; blob: string | null }[] = [];
  for (let index = 0; index + 1 < tokens.length; index += 2) {
    const blob = /^:\d+ \d+ (\w+) /.exec(tokens[index] ?? '')?.[1];
    const file = tokens[index + 1];
    if (blob === undefined || file === undefined) continue;
    found.push({ file, blob: /^0+$/.test(blob) ? null : blob });
  }
  return found;
}

/** The files that differ between the point where the present commit left `ref` and the present commit. Only commits are compared. */
export async function changedSince(
  ref: string,
  { git, root, trusted }: Place,
): Promise<ChangedSince> {
  const options = { cwd: root, trusted };
  const unknown = (reason: string) => ({ kind: 'unknown', reason }) as const;
  const shown = await git.run(
    'rev-parse',
    ['--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
    options,
  );
  if (shown.kind === 'refused') return unknown(shown.reason);
  if (shown.kind === 'failed') {
    const repository = await git.run('rev-parse', ['--git-dir'], options);
    if (repository.kind === 'failed') return unknown(explainGit(repository.reason));
    return unknown(`There is no commit ${ref} here. In CI, fetch it first (fetch-depth: 0).`);
  }
  const commit = shown.stdout.trim();
  const base = await git.run('merge-base', [commit, 'HEAD'], options);
  if (base.kind !== 'ok')
    return unknown(`${ref} and the present commit have no commit in common here.`);
  const commonCommit = base.stdout.trim();
  const trees = ['-r', '-z', '--raw', '--no-abbrev', '--no-renames', '--relative'];
  const diff = await git.run('diff-tree', [...trees, commonCommit, 'HEAD'], options);
  if (diff.kind !== 'ok') return unknown(explainGit(diff.reason));
  const entries = rawEntries(diff.stdout);
  const blobs = await readBlobs(
    git.run,
    entries.flatMap(({ blob }) => blob ?? []),
    { root, trusted },
  );
  if (blobs.kind === 'failed') return unknown(explainGit(blobs.reason));
  const files = entries.map(({ file, blob }) => ({
    file,
    before: blob === null ? null : (blobs.texts.get(blob) ?? null),
  }));
  return { kind: 'known', base: commonCommit, files };
}

/** Takes an index back to what files said before. The index is not to be used for the present any more. */
export async function takeBack(
  index: WorkspaceIndex,
  files: readonly ChangedFile[],
): Promise<void> {
  for (const { file, before } of files) {
    if (before === null) index.remove(file);
    else await index.update(file, before);
  }
}
