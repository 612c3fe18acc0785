import { explainGit } from '../history/explainGit';
import { readBlobs } from '../history/readBlobs';
import type { Git } from '../history/gitRunner';
import { isOfInterest } from '../indexUpdates';
import { settingsFileName } from '../settingsFileName';
import type { WorkspaceIndex } from '../workspaceIndex';
import { mayHoldVersion } from '../../core/flags/stale/projectVersion';

/** A file that a change touches: its text before, null where it was not there or is no text. */
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

type Answer<Value> =
  | { readonly kind: 'known'; readonly value: Value }
  | { readonly kind: 'unknown'; readonly reason: string };

const unknown = (reason: string) => ({ kind: 'unknown', reason }) as const;

/** The commit at which the present one left `ref`. */
async function baseOf(ref: string, { git, root, trusted }: Place): Promise<Answer<string>> {
  const options = { cwd: root, trusted };
  const name = ['--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const shown = await git.run('rev-parse', name, options);
  if (shown.kind === 'refused') return unknown(shown.reason);
  if (shown.kind === 'failed') {
    const repository = await git.run('rev-parse', ['--git-dir'], options);
    if (repository.kind === 'failed') return unknown(explainGit(repository.reason));
    return unknown(`There is no commit ${ref} here. In CI, fetch it first (fetch-depth: 0).`);
  }
  const base = await git.run('merge-base', [shown.stdout.trim(), 'HEAD'], options);
  if (base.kind !== 'ok')
    return unknown(`${ref} and the present commit have no commit in common here.`);
  return { kind: 'known', value: base.stdout.trim() };
}

/** Whether a file can say anything about flags. */
function matters(file: string): boolean {
  const isPlan = /\.experiment\.ya?ml$/.test(file);
  return isOfInterest(file) || isPlan || file === settingsFileName || mayHoldVersion(file);
}

/** `texts`: ids of the texts of files in a commit, below the root. `others`: links, and repositories of their own. */
interface Tree {
  readonly texts: ReadonlyMap<string, string>;
  readonly others: readonly string[];
}

async function committed(base: string, { git, root, trusted }: Place): Promise<Answer<Tree>> {
  const tree = await git.run('ls-tree', ['-r', '-z', base], { cwd: root, trusted });
  if (tree.kind !== 'ok') return unknown(explainGit(tree.reason));
  const texts = new Map<string, string>();
  const others: string[] = [];
  for (const line of tree.stdout.split('\u0000')) {
    const [, mode, id, file] = /^(\d+) \w+ (\w+)\t(.*)$/s.exec(line) ?? [];
    if (mode === undefined || id === undefined || file === undefined) continue;
    if (!mode.startsWith('100')) others.push(file);
    else if (matters(file)) texts.set(file, id);
  }
  return { kind: 'known', value: { texts, others } };
}

/** Ids that the texts of files in the work tree would have. */
async function present(
  files: readonly string[],
  { git, root, trusted }: Place,
): Promise<Answer<ReadonlyMap<string, string>>> {
  // git reads one path a line.
  const named = files.filter((file) => !/[\r\n"]/.test(file));
  const input = named.map((file) => `${file}\n`).join('');
  const answer = await git.run('hash-object', ['--stdin-paths'], { cwd: root, trusted, input });
  if (answer.kind !== 'ok') return unknown(explainGit(answer.reason));
  const ids = answer.stdout.trim().split('\n');
  return { kind: 'known', value: new Map(named.map((file, at) => [file, ids[at] ?? ''])) };
}

/**
 * The files that differ between the commit at which the present one left `ref` and the work tree, as far as they can say anything about
 * flags: what is not committed counts. `listed`: the files that are there now.
 */
export async function changedSince(
  ref: string,
  listed: readonly string[],
  place: Place,
): Promise<ChangedSince> {
  const base = await baseOf(ref, place);
  if (base.kind === 'unknown') return base;
  const old = await committed(base.value, place);
  if (old.kind === 'unknown') return old;
  const { texts, others } = old.value;
  const isOther = (file: string) =>
    others.some((other) => file === other || file.startsWith(`${other}/`));
  const now = await present(
    listed.filter((file) => matters(file) && !isOther(file)),
    place,
  );
  if (now.kind === 'unknown') return now;
  const all = [...new Set([...texts.keys(), ...now.value.keys()])].toSorted();
  const differing = all.filter((file) => texts.get(file) !== now.value.get(file));
  const ids = differing.flatMap((file) => texts.get(file) ?? []);
  const blobs = await readBlobs(place.git.blobs, ids, place);
  if (blobs.kind === 'failed') return unknown(explainGit(blobs.reason));
  const files = differing.map((file) => ({
    file,
    before: blobs.texts.get(texts.get(file) ?? '') ?? null,
  }));
  return { kind: 'known', base: base.value, files };
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
