import type { FlagDefinition } from '../../model/flagDefinition';
import type { CommitFact, DefinitionPast } from '../../model/flagHistory';
import { definitionMeaning } from './definitionMeaning';
import { servedIdentity, servedValue } from './servedValue';

/** What a definition file held after one commit. `definitions` is null where its text could not be read. */
export interface DefinitionVersion {
  readonly commit: CommitFact;
  readonly definitions: readonly FlagDefinition[] | null;
}

/** What tells the definitions of one file apart. */
export function definitionId({ key, environment, role }: FlagDefinition): string {
  return JSON.stringify([key, environment, role]);
}

interface Running {
  introduced: CommitFact;
  lastChange: CommitFact;
  meaning: string;
  served: string;
  oneSidedSince: CommitFact | null;
  settledOn: string | null;
  seenIn: number;
}

/** What counts of a definition. */
type Sense = Pick<Running, 'meaning' | 'served' | 'settledOn'> & { readonly id: string };

function senseOf(definition: FlagDefinition, now: string): Sense {
  const served = servedValue(definition, now);
  return {
    id: definitionId(definition),
    meaning: definitionMeaning(definition),
    served: servedIdentity(served),
    settledOn: served.kind === 'one' ? served.settledOn : null,
  };
}

function begin({ meaning, served, settledOn }: Sense, commit: CommitFact, seenIn: number): Running {
  return {
    introduced: commit,
    lastChange: commit,
    meaning,
    served,
    oneSidedSince: served === '' ? null : commit,
    settledOn,
    seenIn,
  };
}

function follow(before: Running, next: Running): Running {
  const isSame = before.meaning === next.meaning;
  const isSameValue = next.served !== '' && before.served === next.served;
  return {
    ...next,
    introduced: before.introduced,
    lastChange: isSame ? before.lastChange : next.lastChange,
    oneSidedSince: isSameValue ? before.oneSidedSince : next.oneSidedSince,
    // What a schedule said before counts as long as it leads to the same value.
    settledOn:
      isSameValue && before.settledOn !== null && before.settledOn > (next.settledOn ?? '')
        ? before.settledOn
        : next.settledOn,
  };
}

/**
 * What the versions of a definition file, the oldest first, say of each of its present definitions, by `definitionId`. A version that
 * cannot be read, or lacks the flag, begins its history anew: so nothing is called older than it surely is. `now`: as in `servedValue`.
 */
export function pastOfVersions(
  versions: readonly DefinitionVersion[],
  now: string,
): ReadonlyMap<string, DefinitionPast> {
  const running = new Map<string, Running>();
  // Versions share the definitions that they have in common.
  const senses = new Map<FlagDefinition, Sense>();
  for (const [index, { commit, definitions }] of versions.entries()) {
    for (const definition of definitions ?? []) {
      const sense = senses.get(definition) ?? senseOf(definition, now);
      senses.set(definition, sense);
      const { id } = sense;
      const before = running.get(id);
      const next = begin(sense, commit, index);
      running.set(id, before?.seenIn === index - 1 ? follow(before, next) : next);
    }
  }
  const last = versions.length - 1;
  return new Map(
    [...running]
      .filter(([, { seenIn }]) => seenIn === last)
      .map(([id, { introduced, lastChange, oneSidedSince, settledOn }]) => [
        id,
        { kind: 'known', introduced, lastChange, oneSidedSince, settledOn },
      ]),
  );
}
