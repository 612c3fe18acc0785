import { mayHoldVersion, projectVersion } from '../../core/flags/stale/projectVersion';
import { hasReachedVersion } from '../../core/flags/stale/hasReachedVersion';
import type { ProjectVersion } from '../../core/model/flagHistory';
import { decodeText } from '../../core/syntax/decodeText';
import type { RunGit } from '../history/gitRunner';
import type { WorkspaceFiles } from '../workspaceFiles';

async function versionIn(file: string, files: WorkspaceFiles): Promise<ProjectVersion | null> {
  const bytes = await files.read(file).catch(() => null);
  const decoded = bytes === null ? null : decodeText(bytes);
  return decoded?.kind === 'text' ? projectVersion(file, decoded.text) : null;
}

/** The highest version that a tag on the way to the present commit names. */
async function tagVersion(
  run: RunGit,
  {
    root,
    trusted,
    head,
  }: { readonly root: string; readonly trusted: boolean; readonly head: string },
): Promise<ProjectVersion | null> {
  const args = ['--simplify-by-decoration', '--decorate=full', '--format=%D', head];
  const answer = await run('log', args, { cwd: root, trusted });
  if (answer.kind !== 'ok') return null;
  const versions = [...answer.stdout.matchAll(/tag: refs\/tags\/(v?\d+(?:\.\d+)+)(?=,|$)/gm)].map(
    ([, tag = '']) => tag,
  );
  const highest = versions.reduce<string | null>(
    (best, tag) => (best === null || hasReachedVersion(tag, best) ? tag : best),
    null,
  );
  if (highest === null) return null;
  return { version: highest.replace(/^v/, ''), source: `git tag ${highest}`, folder: '.' };
}

/**
 * The versions that files of a folder say, by folder. A tag of git counts where no file at the top says one: tags may lag behind
 * files, or belong to another part.
 */
export async function projectVersions(
  files: WorkspaceFiles,
  listed: readonly string[],
  history: {
    readonly run: RunGit;
    readonly root: string;
    readonly trusted: boolean;
    readonly head: string;
  } | null,
): Promise<readonly ProjectVersion[]> {
  const said = await Promise.all(
    listed.filter(mayHoldVersion).map((file) => versionIn(file, files)),
  );
  const versions = said.filter((version) => version !== null);
  if (history === null || versions.some(({ folder }) => folder === '.')) return versions;
  const tag = await tagVersion(history.run, history);
  return tag === null ? versions : [...versions, tag];
}
