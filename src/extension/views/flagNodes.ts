import { expectedIn } from '../../core/flags/describe/expectedIn';
import { groupFlagsBy } from '../../core/flags/overview/groupFlagsBy';
import type { FlagGroup } from '../../core/flags/overview/groupFlagsBy';
import { matchesFilter } from '../../core/flags/overview/matchesFilter';
import type { Flag } from '../../core/model/flag';
import type { FlagDefinition } from '../../core/model/flagDefinition';
import type { FlagRead } from '../../core/model/flagRead';
import type { FlagVerdict } from '../../core/model/flagVerdict';
import { readinessOf } from '../../core/flags/overview/readiness';
import type { FlagPlace, FoundFlag } from '../flags/flagPlace';
import { placeOf } from '../flags/flagPlace';
import type { FlagVerdicts } from '../stale/flagVerdicts';
import { today } from '../stale/today';
import type { FolderIndex } from '../workspace/folderIndex';
import type { FolderIndexes } from '../workspace/folderIndexes';
import type { ViewChoices } from './viewChoices';

/** An entry of the Flags view. A flag's entry is a `FlagPlace`, as commands take it. */
export type FlagNode =
  | { readonly kind: 'offer' }
  | { readonly kind: 'folder'; readonly index: FolderIndex }
  | {
      readonly kind: 'group';
      readonly index: FolderIndex;
      readonly group: FlagGroup;
    }
  | ({
      readonly kind: 'flag';
      readonly found: FoundFlag;
      readonly group: string;
      readonly verdict: FlagVerdict | null;
    } & FlagPlace)
  | {
      readonly kind: 'definition';
      readonly found: FoundFlag;
      readonly definition: FlagDefinition;
    }
  | { readonly kind: 'read'; readonly found: FoundFlag; readonly read: FlagRead };

/** What is to be shown of the flags. */
export interface Shown {
  readonly choices: Pick<ViewChoices, 'grouping' | 'filter'>;
  readonly verdicts: FlagVerdicts;
}

function flagNode(index: FolderIndex, flag: Flag, group: string, { verdicts }: Shown): FlagNode {
  const found = { folder: index, flag };
  const verdict = verdicts.of(index, flag);
  return { kind: 'flag', found, group, verdict, ...placeOf(found) };
}

/** The flags of a folder that the filter leaves. */
function shownFlags(index: FolderIndex, { choices: { filter } }: Shown): readonly Flag[] {
  const flags = index.index?.snapshot().flags ?? [];
  return filter === '' ? flags : flags.filter((flag) => matchesFilter(flag, filter));
}

function nodesOf(index: FolderIndex, shown: Shown): readonly FlagNode[] {
  const flags = shownFlags(index, shown);
  const { grouping } = shown.choices;
  if (grouping === 'none') return flags.map((flag) => flagNode(index, flag, '', shown));
  const day = today();
  const readiness = (flag: Flag) => readinessOf(flag, shown.verdicts.of(index, flag), day);
  const groups = groupFlagsBy(grouping, flags, readiness);
  return groups.map((group) => ({ kind: 'group', index, group }));
}

/** How many flags there are, and how many of them are shown. */
export function countShown(
  indexes: FolderIndexes,
  shown: Shown,
): { readonly all: number; readonly shown: number } {
  const counts = indexes.all().map((index) => ({
    all: index.index?.snapshot().flags.length ?? 0,
    shown: shownFlags(index, shown).length,
  }));
  return {
    all: counts.reduce((sum, { all }) => sum + all, 0),
    shown: counts.reduce((sum, count) => sum + count.shown, 0),
  };
}

function isDefinedElsewhere(flag: Flag): boolean {
  const { definitions, reads } = flag;
  const [read] = reads;
  return definitions.length === 0 && read !== undefined && expectedIn(flag, read).length === 0;
}

/** Whether some flags are read here and defined elsewhere, such as on a vendor's server. */
export function hasFlagsDefinedElsewhere(indexes: FolderIndexes): boolean {
  return indexes
    .all()
    .flatMap((folder) => folder.index?.snapshot().flags ?? [])
    .some(isDefinedElsewhere);
}

export function rootNodes(
  indexes: FolderIndexes,
  shown: Shown,
  offers: boolean,
): readonly FlagNode[] {
  const folders = indexes.all().filter((index) => shownFlags(index, shown).length > 0);
  const entries: readonly FlagNode[] =
    indexes.all().length > 1
      ? folders.map((index) => ({ kind: 'folder', index }))
      : folders.flatMap((index) => nodesOf(index, shown));
  const isOffered = offers && shown.choices.filter === '' && hasFlagsDefinedElsewhere(indexes);
  return isOffered ? [{ kind: 'offer' }, ...entries] : entries;
}

export function childNodes(node: FlagNode, shown: Shown): readonly FlagNode[] {
  if (node.kind === 'folder') return nodesOf(node.index, shown);
  if (node.kind === 'group') {
    const { index, group } = node;
    return group.flags.map((flag) => flagNode(index, flag, `${group.by} ${group.of ?? ''}`, shown));
  }
  if (node.kind !== 'flag') return [];
  const { found } = node;
  return [
    ...found.flag.definitions.map(
      (definition) => ({ kind: 'definition', found, definition }) as const,
    ),
    ...found.flag.reads.map((read) => ({ kind: 'read', found, read }) as const),
  ];
}
