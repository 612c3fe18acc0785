import { describeRollout } from '../describe/describeRollout';
import { compareText } from '../index/compareText';
import type { Flag } from '../../model/flag';
import type { FlagDefinition, FlagExpiry, FlagLifetime } from '../../model/flagDefinition';
import { definitionMeaning } from '../stale/definitionMeaning';

/**
 * What a change does to one flag.
 * - `added`: it is defined now; - `removed`: it is no longer; - `rollout`: others get it, in words;
 * - `reads`: so many reads in source code came and went; `left` are there now.
 */
export type FlagChange = { readonly key: string; readonly scope: string } & (
  | {
      readonly kind: 'added';
      readonly file: string;
      readonly lifetime: FlagLifetime | null;
      readonly owner: string | null;
      readonly expires: FlagExpiry | null;
    }
  | { readonly kind: 'removed'; readonly file: string }
  | {
      readonly kind: 'rollout';
      readonly file: string;
      readonly environment: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: 'reads';
      readonly added: number;
      readonly removed: number;
      readonly left: number;
    }
);

/** Flags by key and scope; of two with the same, one has definitions and the other reads that cannot use them. */
function byName(flags: readonly Flag[]): ReadonlyMap<string, readonly Flag[]> {
  const found = new Map<string, Flag[]>();
  for (const flag of flags) {
    const id = JSON.stringify([flag.key, flag.scope]);
    const known = found.get(id);
    if (known) known.push(flag);
    else found.set(id, [flag]);
  }
  return found;
}

/** Which flag of before is which of after. A key that is defined now and was not, or the other way round, is the same flag. */
function pairs(
  before: readonly Flag[],
  after: readonly Flag[],
): readonly (readonly [Flag | undefined, Flag | undefined])[] {
  if (before.length <= 1 && after.length <= 1) return [[before[0], after[0]]];
  return [true, false].map((isDefined) => {
    const has = ({ definitions }: Flag) => definitions.length > 0 === isDefined;
    return [before.find(has), after.find(has)];
  });
}

function rolloutChanges(before: Flag, after: Flag): readonly FlagChange[] {
  const placed = ({ file, environment, role }: FlagDefinition) =>
    JSON.stringify([file, environment, role]);
  const known = new Map(before.definitions.map((each) => [placed(each), each]));
  const { key, scope } = after;
  return after.definitions.flatMap((definition): readonly FlagChange[] => {
    const old = known.get(placed(definition));
    if (!old || definitionMeaning(old) === definitionMeaning(definition)) return [];
    const from = describeRollout(old).full;
    const to = describeRollout(definition).full;
    if (from === to) return [];
    const { file, environment } = definition;
    return [{ kind: 'rollout', key, scope, file, environment, from, to }];
  });
}

/** How often a read with the same file, call and default occurs: places move. */
function readCounts(flag: Flag | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { file, call, context, default: given } of flag?.reads ?? []) {
    if (context !== 'source') continue;
    const id = JSON.stringify([file, call, given]);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function excess(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  return [...one].reduce((sum, [id, count]) => sum + Math.max(0, count - (other.get(id) ?? 0)), 0);
}

function readChanges(before: Flag | undefined, after: Flag | undefined): readonly FlagChange[] {
  const flag = after ?? before;
  if (!flag) return [];
  const old = readCounts(before);
  const now = readCounts(after);
  const added = excess(now, old);
  const removed = excess(old, now);
  if (added === 0 && removed === 0) return [];
  const left = [...now.values()].reduce((sum, count) => sum + count, 0);
  return [{ kind: 'reads', key: flag.key, scope: flag.scope, added, removed, left }];
}

function changesOf(before: Flag | undefined, after: Flag | undefined): readonly FlagChange[] {
  const [definition] = after?.definitions ?? [];
  const [oldDefinition] = before?.definitions ?? [];
  const { key, scope } = after ?? before ?? { key: '', scope: '.' };
  const reads = readChanges(before, after);
  if (definition && !oldDefinition) {
    const { file, lifetime, owner, expires } = definition;
    return [{ kind: 'added', key, scope, file, lifetime, owner, expires }, ...reads];
  }
  if (!definition && oldDefinition)
    return [{ kind: 'removed', key, scope, file: oldDefinition.file }, ...reads];
  return before && after ? [...rolloutChanges(before, after), ...reads] : reads;
}

/** What happened to flags between two states of a folder, by key. */
export function flagChanges(
  before: readonly Flag[],
  after: readonly Flag[],
): readonly FlagChange[] {
  const old = byName(before);
  const now = byName(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .flatMap((id) => pairs(old.get(id) ?? [], now.get(id) ?? []))
    .flatMap(([one, other]) => changesOf(one, other))
    .toSorted(
      (one, other) => compareText(one.key, other.key) || compareText(one.scope, other.scope),
    );
}
