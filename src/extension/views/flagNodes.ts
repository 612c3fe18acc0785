import { expectedIn } from '../../core/flags/describe/expectedIn';
import type { Flag } from '../../core/model/flag';
import type { FlagDefinition } from '../../core/model/flagDefinition';
import type { FlagRead } from '../../core/model/flagRead';
import type { FlagPlace, FoundFlag } from '../flags/flagPlace';
import { placeOf } from '../flags/flagPlace';
import type { FolderIndex } from '../workspace/folderIndex';
import type { FolderIndexes } from '../workspace/folderIndexes';

/** An entry of the Flags view. A flag's entry is a `FlagPlace`, as commands take it. */
export type FlagNode =
  | { readonly kind: 'offer' }
  | { readonly kind: 'folder'; readonly index: FolderIndex }
  | ({ readonly kind: 'flag'; readonly found: FoundFlag } & FlagPlace)
  | {
      readonly kind: 'definition';
      readonly found: FoundFlag;
      readonly definition: FlagDefinition;
    }
  | { readonly kind: 'read'; readonly found: FoundFlag; readonly read: FlagRead };

function flagNodes(index: FolderIndex): readonly FlagNode[] {
  return (index.index?.snapshot().flags ?? []).map((flag) => {
    const found = { folder: index, flag };
    return { kind: 'flag', found, ...placeOf(found) };
  });
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

export function rootNodes(indexes: FolderIndexes, offers: boolean): readonly FlagNode[] {
  const folders = indexes.all();
  const entries: readonly FlagNode[] =
    folders.length > 1
      ? folders.map((index) => ({ kind: 'folder', index }))
      : folders.flatMap(flagNodes);
  return offers && hasFlagsDefinedElsewhere(indexes) ? [{ kind: 'offer' }, ...entries] : entries;
}

export function childNodes(node: FlagNode): readonly FlagNode[] {
  if (node.kind === 'folder') return flagNodes(node.index);
  if (node.kind !== 'flag') return [];
  const { found } = node;
  return [
    ...found.flag.definitions.map(
      (definition) => ({ kind: 'definition', found, definition }) as const,
    ),
    ...found.flag.reads.map((read) => ({ kind: 'read', found, read }) as const),
  ];
}
