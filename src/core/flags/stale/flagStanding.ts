import type { CommitFact } from '../../model/flagHistory';
import type { Flag } from '../../model/flag';
import type { FlagDefinition } from '../../model/flagDefinition';
import type { FlagRead } from '../../model/flagRead';
import type { FlagLifeState, KeptValue } from '../../model/flagVerdict';
import { isDeclaredInCode } from '../declarations/marks';
import { jsonEquals } from '../../syntax/jsonEdit';
import { daysBetween } from '../../model/daysBetween';
import { laterDay } from './laterDay';
import { isOff } from './isOff';
import { servedTogether, servedValue, type ServedValue } from './servedValue';
import type { StaleFacts } from './staleFacts';

/** Where a flag stands, worked out once for all rules. */
export interface FlagStanding {
  readonly state: FlagLifeState;
  /** Definitions that say who gets the flag. */
  readonly telling: readonly FlagDefinition[];
  readonly keep: KeptValue;
  /** The commit that made it one value for everyone, of several environments the latest; null where that is not known. */
  readonly since: CommitFact | null;
  /** Whole days since it is one value for everyone; null where it is not, or that is not known. */
  readonly oneSidedDays: number | null;
  /** Whether everyone gets one value, in all environments. */
  readonly isOneSided: boolean;
  readonly introduced: CommitFact | null;
  readonly lastChange: CommitFact | null;
  readonly sourceReads: readonly FlagRead[];
  readonly testReads: readonly FlagRead[];
  /** What cannot be known about this flag, as sentences. */
  readonly unknown: readonly string[];
}

/** Definitions that say who gets the flag: what merely declares it does not count beside them. */
function tellingOf({ flag }: StaleFacts): readonly FlagDefinition[] {
  const provisioning = flag.definitions.filter(({ role }) => role === 'provisioning');
  return provisioning.length > 0
    ? provisioning
    : flag.definitions.filter(({ rollout }) => rollout.kind !== 'declared');
}

/** What everyone gets by all definitions together. */
function servedByAll(telling: readonly FlagDefinition[], now: string): ServedValue {
  const [first, ...others] = telling.map((definition) => servedValue(definition, now));
  return first === undefined ? { kind: 'undeclared' } : others.reduce(servedTogether, first);
}

/** The default that all reads in source code give; undefined where they differ, do not say it, or there are none. */
function commonDefault(reads: readonly FlagRead[]): KeptValue {
  const [first] = reads;
  const value = first?.default?.kind === 'literal' ? first.default.value : undefined;
  const isCommon = reads.every(
    (read) => read.default?.kind === 'literal' && jsonEquals(read.default.value, value ?? null),
  );
  if (value !== undefined && isCommon) return { kind: 'value', variant: null, value };
  const reason =
    reads.length === 0
      ? 'everyone gets the default given in code, and no read of it was found'
      : 'everyone gets the default given in code, and the reads do not give one and the same';
  return { kind: 'ask', reason };
}

function keepOf(served: ServedValue, reads: readonly FlagRead[]): KeptValue {
  switch (served.kind) {
    case 'one':
      return served.value === undefined
        ? { kind: 'ask', reason: `no file says what the value of ${served.variant} is` }
        : { kind: 'value', variant: served.variant, value: served.value };
    case 'code':
      return commonDefault(reads);
    case 'several':
      return { kind: 'ask', reason: 'people get different values' };
    case 'undeclared':
      return { kind: 'ask', reason: 'no file here says who gets it' };
    case 'unknown':
      return { kind: 'ask', reason: served.reason };
  }
}

interface Past {
  readonly since: CommitFact | null;
  readonly oneSidedDays: number | null;
  readonly introduced: CommitFact | null;
  readonly lastChange: CommitFact | null;
  readonly unknown: readonly string[];
}

function latest(facts: readonly (CommitFact | null)[]): CommitFact | null {
  const known = facts.filter((fact) => fact !== null);
  return known.reduce<CommitFact | null>(
    (best, fact) =>
      best === null || fact.day > best.day || (fact.day === best.day && fact.commit > best.commit)
        ? fact
        : best,
    null,
  );
}

function pastOf(facts: StaleFacts, telling: readonly FlagDefinition[], isOneSided: boolean): Past {
  const pasts = telling.map((definition) => facts.pastOf(definition));
  const known = pasts.filter((past) => past.kind === 'known');
  const isComplete = known.length === pasts.length && known.length > 0;
  const sinces = known.map(({ oneSidedSince }) => oneSidedSince);
  const isDated = isOneSided && isComplete && sinces.every((since) => since !== null);
  const since = isDated ? latest(sinces) : null;
  const settled = known.flatMap(({ settledOn }) => settledOn ?? []);
  const day = since === null ? null : settled.reduce(laterDay, since.day);
  const firsts = facts.flag.definitions.flatMap((definition) => {
    const past = facts.pastOf(definition);
    return past.kind === 'known' ? [past.introduced] : [];
  });
  const introduced = firsts.reduce<CommitFact | null>(
    (best, fact) => (best === null || fact.day < best.day ? fact : best),
    null,
  );
  const unknown = pasts.flatMap((past) => (past.kind === 'unknown' ? [past.reason] : []));
  return {
    since,
    oneSidedDays: day === null ? null : daysBetween(day, facts.now),
    introduced: firsts.length === facts.flag.definitions.length ? introduced : null,
    lastChange: isComplete ? latest(known.map(({ lastChange }) => lastChange)) : null,
    unknown: [...new Set(unknown)].toSorted(),
  };
}

/** The first day that is known of the flag: as its definition says, else as its history does. */
function firstDay({ flag }: StaleFacts, { introduced }: Past): string | null {
  const said = flag.definitions.flatMap(({ created }) => created ?? []).toSorted();
  return said[0] ?? introduced?.day ?? null;
}

/** Code that declares a flag gives it a name of its own, by which other code may ask for it. */
function isOnlyInCode({ definitions }: Flag): boolean {
  return definitions.length > 0 && definitions.every(({ format }) => isDeclaredInCode(format));
}

function lifeState(
  facts: StaleFacts,
  served: ServedValue,
  { keep, past }: { readonly keep: KeptValue; readonly past: Past },
): FlagLifeState {
  const { flag, now, settings, mentions, openReads } = facts;
  if (flag.definitions.length === 0) return 'unknown';
  const first = firstDay(facts, past);
  const age = first === null ? null : daysBetween(first, now);
  if (age !== null && age >= 0 && age < settings.stale.newDays) return 'new';
  if (flag.reads.length === 0) {
    const mayBeRead = mentions.length > 0 || openReads.length > 0 || isOnlyInCode(flag);
    return mayBeRead ? 'unknown' : 'unread';
  }
  if (served.kind === 'several') return 'active';
  if (served.kind === 'code' && served.isOff) return 'inactive';
  if (served.kind !== 'one' && served.kind !== 'code') return 'unknown';
  if (keep.kind === 'ask') return served.kind === 'one' ? 'launched' : 'unknown';
  return isOff(keep) ? 'inactive' : 'launched';
}

function placeInWords({ file, span }: { file: string; span: FlagRead['span'] }): string {
  return `${file}:${span.start.line + 1}`;
}

function unknownOf(facts: StaleFacts, served: ServedValue, past: Past): readonly string[] {
  const { flag, mentions, openReads, gaps } = facts;
  const [mention] = mentions;
  const [open] = openReads;
  return [
    ...(flag.definitions.length === 0
      ? ['No file here defines it, so who gets it is not known.']
      : []),
    ...(served.kind === 'unknown' ? [`Who gets it is not known: ${served.reason}.`] : []),
    ...(flag.definitions.length > 0 && served.kind === 'undeclared'
      ? ['No file here says who gets it.']
      : []),
    ...past.unknown,
    ...(flag.reads.length === 0 && isOnlyInCode(flag)
      ? ['Code declares it: it may be read by a name that Flaglab does not follow.']
      : []),
    ...(mention
      ? [
          `Its key is written in ${placeInWords(mention)}, where it may be read in a way Flaglab does not know.`,
        ]
      : []),
    ...(open
      ? [
          `${placeInWords(open)} reads a flag whose key is put together at run time: it may be this one.`,
        ]
      : []),
    ...gaps,
  ];
}

/** Works out where a flag stands. */
export function flagStanding(facts: StaleFacts): FlagStanding {
  const { flag, now } = facts;
  const telling = tellingOf(facts);
  const served = servedByAll(telling, now);
  const sourceReads = flag.reads.filter(({ context }) => context === 'source');
  const testReads = flag.reads.filter(({ context }) => context === 'test');
  const isOneSided = served.kind === 'one' || served.kind === 'code';
  const keep = keepOf(served, sourceReads);
  const past = pastOf(facts, telling, isOneSided);
  return {
    state: lifeState(facts, served, { keep, past }),
    telling,
    keep,
    isOneSided,
    since: past.since,
    oneSidedDays: past.oneSidedDays,
    introduced: past.introduced,
    lastChange: past.lastChange,
    sourceReads,
    testReads,
    unknown: unknownOf(facts, served, past),
  };
}
