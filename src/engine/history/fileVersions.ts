import type { CommitFact } from '../../core/model/flagHistory';
import { dayText } from '../../core/model/dayText';
import type { GitAnswer, RunGit } from './gitRunner';
import { groupedBy } from './groupedBy';

/** One version of a file on the way to the present one. */
export interface FileVersion {
  readonly commit: CommitFact;
  /** The path it had then, relative to the root. */
  readonly path: string;
  /** Id of its text in git's store; null where the commit took the file away. */
  readonly blob: string | null;
}

/** The histories by present path, the newest version first, or why git could not say. */
export type FileVersions =
  | { readonly kind: 'known'; readonly versions: ReadonlyMap<string, readonly FileVersion[]> }
  | { readonly kind: 'failed'; readonly reason: string };

interface Change {
  readonly commit: CommitFact;
  readonly status: string;
  readonly blob: string | null;
  readonly from: string | null;
  readonly path: string;
}

/** Arguments of one call may not be too long on any system. */
const mostArguments = 20_000;
const mostRenames = 50;

const rawLog = [
  '--first-parent',
  '-m',
  '--raw',
  '-M',
  '-z',
  '--no-abbrev',
  '--relative',
  '--format=%x01%H%x02%ct%x02%an%x02%s',
];

/** Reads `commit \x02 seconds \x02 author \x02 summary`. */
export function readCommit(header: string): CommitFact {
  const [commit = '', seconds = '0', author = '', ...summary] = header.split('\u0002');
  return {
    commit,
    day: dayText(Math.floor(Number(seconds) / 86_400)),
    author,
    summary: summary.join(' '),
  };
}

function readRaw(text: string): readonly Change[] {
  const changes: Change[] = [];
  let commit: CommitFact | null = null;
  const tokens = text.split('\u0000');
  for (let index = 0; index < tokens.length; index++) {
    const token = (tokens[index] ?? '').replace(/^\n+/, '');
    if (token.startsWith('\u0001')) {
      commit = readCommit(token.slice(1).split('\n')[0] ?? '');
      continue;
    }
    const [, newBlob = '', status = ''] = /^:\d+ \d+ \w+ (\w+) ([A-Z])\d*$/.exec(token) ?? [];
    if (status === '' || commit === null) continue;
    const isMove = status === 'R' || status === 'C';
    const from = isMove ? (tokens[++index] ?? '') : null;
    const path = tokens[++index] ?? '';
    const blob = /^0+$/.test(newBlob) ? null : newBlob;
    changes.push({ commit, status, blob, from, path });
  }
  return changes;
}

function inChunks(files: readonly string[]): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  let length = mostArguments;
  for (const file of files) {
    if (length + file.length > mostArguments) {
      chunks.push([]);
      length = 0;
    }
    chunks.at(-1)?.push(file);
    length += file.length + 12;
  }
  return chunks;
}

type Ask = (args: readonly string[]) => Promise<GitAnswer>;

interface Walk {
  readonly ask: Ask;
  /** What a commit renamed, by new path. */
  readonly renames: Map<string, Promise<ReadonlyMap<string, string>>>;
}

class GitFailure extends Error {}

async function changesOf(ask: Ask, args: readonly string[]): Promise<readonly Change[]> {
  const answer = await ask(args);
  if (answer.kind !== 'ok') throw new GitFailure(answer.reason);
  return readRaw(answer.stdout);
}

function renamesIn(commit: string, walk: Walk): Promise<ReadonlyMap<string, string>> {
  const known = walk.renames.get(commit);
  if (known) return known;
  const found = changesOf(walk.ask, [...rawLog, '-1', commit]).then(
    (changes) =>
      new Map(
        changes.flatMap(({ status, from, path }) =>
          status === 'R' && from !== null ? [[path, from] as const] : [],
        ),
      ),
  );
  walk.renames.set(commit, found);
  return found;
}

/** The versions of one file before the commit that gave it its name, back through all its names. */
async function beforeRename(
  file: string,
  first: Change | undefined,
  walk: Walk,
): Promise<readonly FileVersion[]> {
  const found: FileVersion[] = [];
  let path = file;
  let oldest = first;
  for (let count = 0; count < mostRenames && oldest?.status === 'A'; count++) {
    const from = (await renamesIn(oldest.commit.commit, walk)).get(path);
    if (from === undefined) break;
    const start = `${oldest.commit.commit}^`;
    const older = await changesOf(walk.ask, [...rawLog, start, '--', `:(literal)${from}`]);
    found.push(...older.map(({ commit, blob, path: then }) => ({ commit, blob, path: then })));
    path = from;
    oldest = older.at(-1);
  }
  return found;
}

/**
 * The versions of files along the first parents of a commit: what the branch held after each of its commits, so that a merged change
 * counts from its merge. Renames are followed.
 */
export async function fileVersions(
  run: RunGit,
  {
    root,
    trusted,
    head,
    files,
  }: {
    readonly root: string;
    readonly trusted: boolean;
    readonly head: string;
    readonly files: readonly string[];
  },
): Promise<FileVersions> {
  const walk: Walk = {
    ask: (args) => run('log', args, { cwd: root, trusted }),
    renames: new Map(),
  };
  const versions = new Map<string, readonly FileVersion[]>();
  try {
    for (const chunk of inChunks(files)) {
      const paths = chunk.map((file) => `:(literal)${file}`);
      const changes = await changesOf(walk.ask, [...rawLog, head, '--', ...paths]);
      const byPath = groupedBy(changes, ({ path }) => path);
      for (const file of chunk) {
        const own = byPath.get(file) ?? [];
        const older = await beforeRename(file, own.at(-1), walk);
        versions.set(file, [
          ...own.map(({ commit, blob, path }) => ({ commit, blob, path })),
          ...older,
        ]);
      }
    }
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    return { kind: 'failed', reason: error.message };
  }
  return { kind: 'known', versions };
}
