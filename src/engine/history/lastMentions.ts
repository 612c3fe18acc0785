import { readContextOf } from '../../core/flags/reads/readContext';
import { keyPattern } from '../../core/flags/stale/keyPattern';
import { wordSearch } from '../../core/flags/stale/wordSearch';
import type { CommitFact, LastMention } from '../../core/model/flagHistory';
import { decodeText } from '../../core/syntax/decodeText';
import { explainGit } from './explainGit';
import { readCommit } from './fileVersions';
import type { Git, GitAnswer } from './gitRunner';
import { isSourceFile } from './isSourceFile';

const rawLog = [
  '--first-parent',
  '-m',
  '--raw',
  '--no-abbrev',
  '--no-color',
  '--no-renames',
  '--relative',
  '--format=%x01%P%x03%H%x02%ct%x02%an%x02%s',
];

/** So many commits are looked at together; more and more of them, as most keys went lately. */
const firstStep = 250;
const largestStep = 4_000;

/** A source file that a commit changed. Ids are null where it was not there before, or is not there after it. */
interface SourceChange {
  readonly commit: CommitFact;
  readonly before: string;
  readonly after: string | null;
}

interface Step {
  readonly changes: readonly SourceChange[];
  /** The commit before those of the step; null where history begins with the step. */
  readonly next: string | null;
}

/** How often a text mentions each key. */
type Counts = ReadonlyMap<string, number>;

interface Place {
  readonly root: string;
  readonly trusted: boolean;
}

type Outcome<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'unknown'; readonly reason: string };

function outcomeOf<Value>(answer: GitAnswer, value: Value): Outcome<Value> {
  if (answer.kind === 'ok') return { kind: 'ok', value };
  return { kind: 'unknown', reason: explainGit(answer.reason) };
}

const change = /^:(\d{6}) (\d{6}) (\w+) (\w+) \w+\t(.*)$/;

/** The path of a raw line; git quotes what is not plain. */
function plainPath(path: string): string {
  return path.startsWith('"') ? path.slice(1, -1) : path;
}

/** What some commits, from one on back along first parents, changed in source files. */
async function changesFrom(
  start: string,
  most: number,
  stream: Git['stream'],
  { root: cwd, trusted }: Place,
): Promise<Outcome<Step>> {
  const changes: SourceChange[] = [];
  let commit: CommitFact | null = null;
  let next = '';
  const args = [...rawLog, `--max-count=${most}`, start, '--'];
  const answer = await stream('log', args, { cwd, trusted }, (line) => {
    if (line.startsWith('\u0001')) {
      const [parents = '', header = ''] = line.slice(1).split('\u0003');
      commit = readCommit(header);
      next = parents.split(' ')[0] ?? '';
      return true;
    }
    const [, oldMode = '', newMode = '', before = '', after = '', path = ''] =
      change.exec(line) ?? [];
    if (commit === null || !oldMode.startsWith('100')) return true;
    const name = plainPath(path);
    if (!isSourceFile(name) || readContextOf(name) !== 'source') return true;
    changes.push({ commit, before, after: newMode.startsWith('100') ? after : null });
    return true;
  });
  return outcomeOf(answer, { changes, next: next === '' ? null : next });
}

function countsIn(text: string, pattern: RegExp): Counts {
  const counts = new Map<string, number>();
  for (const [, key = ''] of text.matchAll(pattern)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What the texts of some ids mention; those that mention nothing are left out. */
async function mentionsIn(
  ids: readonly string[],
  keys: readonly string[],
  blobs: Git['blobs'],
  { root: cwd, trusted }: Place,
): Promise<Outcome<ReadonlyMap<string, Counts>>> {
  const mayMention = wordSearch(keys);
  const pattern = keyPattern(keys);
  const found = new Map<string, Counts>();
  const answer = await blobs(ids, { cwd, trusted }, (id, bytes) => {
    if (!mayMention(bytes)) return true;
    const decoded = decodeText(bytes);
    const counts = decoded.kind === 'text' ? countsIn(decoded.text, pattern) : new Map();
    if (counts.size > 0) found.set(id, counts);
    return true;
  });
  return outcomeOf(answer, found);
}

/** Takes note of the keys that the newest of some changes took away. */
function takeNote(
  changes: readonly SourceChange[],
  mentioned: ReadonlyMap<string, Counts>,
  wanted: Set<string>,
  found: Map<string, LastMention>,
): void {
  for (const { commit, before, after } of changes) {
    const left = after === null ? undefined : mentioned.get(after);
    for (const [key, count] of mentioned.get(before) ?? []) {
      if (count > (left?.get(key) ?? 0) && wanted.delete(key))
        found.set(key, { kind: 'gone', commit });
    }
  }
}

/**
 * When each of some keys, which source code mentions no more, was last mentioned there: all keys in one pass over the history, the newest
 * commit first. The newest commit after which a source file mentions the key less often is the one.
 */
export async function lastMentions(
  { stream, blobs }: Pick<Git, 'stream' | 'blobs'>,
  keys: readonly string[],
  place: Place & { readonly head: string },
): Promise<ReadonlyMap<string, LastMention>> {
  const found = new Map<string, LastMention>();
  const wanted = new Set(keys);
  const restIs = (rest: LastMention) => {
    for (const key of wanted) found.set(key, rest);
    return found;
  };
  let start: string | null = place.head;
  for (let most = firstStep; wanted.size > 0 && start !== null;) {
    const step: Outcome<Step> = await changesFrom(start, most, stream, place);
    if (step.kind === 'unknown') return restIs(step);
    const { changes, next } = step.value;
    const ids = new Set(changes.flatMap(({ before, after }) => [before, after ?? before]));
    const mentioned = await mentionsIn([...ids], [...wanted], blobs, place);
    if (mentioned.kind === 'unknown') return restIs(mentioned);
    takeNote(changes, mentioned.value, wanted, found);
    start = next;
    most = Math.min(2 * most, largestStep);
  }
  return restIs({ kind: 'never' });
}
