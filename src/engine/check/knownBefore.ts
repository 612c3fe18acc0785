import { definitionSense } from '../../core/flags/stale/definitionSense';
import type { CommitFact, DefinitionPast, LastMention } from '../../core/model/flagHistory';
import type { ReportedFinding } from '../../core/report/check/checkReport';
import { pastsOf } from '../history/definitionPasts';
import { settingsFileName } from '../settingsFileName';
import type { ChangedSince } from './changedSince';
import type { CheckRequest, FolderHistory, KnownBefore, LookedAt } from './checkRequest';

/** Commits that came since the base, along first parents; null where the base is not one of them. */
type Newer = ReadonlySet<string> | null;

async function commitsSince(
  base: string,
  head: string | null,
  history: FolderHistory | null,
): Promise<Newer> {
  if (head === null || history === null) return null;
  if (head === base) return new Set();
  const { git, root: cwd, trusted } = history;
  const args = ['--first-parent', '--format=%H %P', `${base}..${head}`];
  const answer = await git.run('log', args, { cwd, trusted });
  if (answer.kind !== 'ok') return null;
  const commits = answer.stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  const isOnTheWay = commits.at(-1)?.[1] === base;
  return isOnTheWay ? new Set(commits.flatMap(([commit]) => commit ?? [])) : null;
}

/** A past that the newer commits had no part in is what it was. */
function isOlder(past: DefinitionPast, newer: ReadonlySet<string>): boolean {
  if (past.kind !== 'known') return false;
  const { introduced, lastChange, oneSidedSince } = past;
  const commits: readonly (CommitFact | null)[] = [introduced, lastChange, oneSidedSince];
  return commits.every((fact) => fact === null || !newer.has(fact.commit));
}

/** Finds pasts in what was read of the files' versions for the present. */
function pastsFrom(
  { pasts, versions }: LookedAt,
  newer: ReadonlySet<string>,
  now: string,
): KnownBefore['pastOf'] {
  const older = new Map(
    [...pasts]
      .filter(([, past]) => isOlder(past, newer))
      .map(([definition, past]) => [definitionSense(definition), past]),
  );
  return (definition) => {
    const same = older.get(definitionSense(definition));
    if (same) return same;
    const before = versions.get(definition.file)?.filter(({ commit }) => !newer.has(commit.commit));
    // A file that had another name before is looked up under that name.
    if (before?.at(-1)?.path !== definition.file) return null;
    const [found] = pastsOf([definition], { versions: before, isMissing: false }, now);
    return found?.[1] ?? null;
  };
}

const notAsked: LastMention = { kind: 'unknown', reason: 'Nothing depends on it.' };

function lastMentionsFrom({ lastMentions }: LookedAt, newer: Newer): KnownBefore['lastMentionOf'] {
  return (key) => {
    const last = lastMentions.get(key);
    // What is mentioned or read at present has no finding that tells when it was not.
    if (last === undefined) return notAsked;
    if (newer === null) return null;
    return last.kind === 'gone' && newer.has(last.commit.commit) ? null : last;
  };
}

/**
 * What is known of the state before a change from having looked at the present. Only findings of the present are compared with that
 * state: flags of which there are none need no verdict.
 */
export async function knownBefore(
  lookedAt: LookedAt,
  findings: readonly ReportedFinding[],
  { base, files }: ChangedSince & { readonly kind: 'known' },
  { history, now }: CheckRequest,
): Promise<KnownBefore> {
  const newer = await commitsSince(base, lookedAt.head, history);
  // Settings say which environment a definition is of.
  const isOtherwisePlaced = files.some(({ file }) => file === settingsFileName);
  return {
    keys: new Set(findings.map(({ key }) => key)),
    pastOf: newer === null || isOtherwisePlaced ? () => null : pastsFrom(lookedAt, newer, now),
    lastMentionOf: lastMentionsFrom(lookedAt, newer),
  };
}
