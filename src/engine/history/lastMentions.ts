import { readContextOf } from '../../core/flags/reads/readContext';
import { keyPattern } from '../../core/flags/stale/keyPattern';
import type { CommitFact, LastMention } from '../../core/model/flagHistory';
import { explainGit } from './explainGit';
import { readCommit } from './fileVersions';
import type { StreamGit } from './gitRunner';
import { sourcePathspecs } from './sourcePathspecs';

const patchLog = [
  '--first-parent',
  '-m',
  '-p',
  '--unified=0',
  '--no-color',
  '--no-renames',
  '--relative',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--format=%x01%H%x02%ct%x02%an%x02%s',
];

/**
 * When each of some keys, which source code mentions no more, was last mentioned there: all keys in one pass over the history. The
 * newest commit that took a line with the key away is the one.
 */
export async function lastMentions(
  stream: StreamGit,
  keys: readonly string[],
  {
    root,
    trusted,
    head,
  }: { readonly root: string; readonly trusted: boolean; readonly head: string },
): Promise<ReadonlyMap<string, LastMention>> {
  const found = new Map<string, LastMention>();
  if (keys.length === 0) return found;
  const wanted = new Set(keys);
  const pattern = keyPattern(keys);
  let commit: CommitFact | null = null;
  let isSource = false;
  const answer = await stream(
    'log',
    [...patchLog, head, '--', ...sourcePathspecs],
    { cwd: root, trusted },
    (line) => {
      if (line.startsWith('\u0001')) commit = readCommit(line.slice(1));
      else if (line.startsWith('--- ')) isSource = readContextOf(line.slice(6)) === 'source';
      else if (line.startsWith('-') && isSource && commit) {
        for (const [, key = ''] of line.matchAll(pattern)) {
          if (wanted.delete(key)) found.set(key, { kind: 'gone', commit });
        }
      }
      return wanted.size > 0;
    },
  );
  const rest: LastMention =
    answer.kind === 'ok'
      ? { kind: 'never' }
      : { kind: 'unknown', reason: explainGit(answer.reason) };
  for (const key of wanted) found.set(key, rest);
  return found;
}
