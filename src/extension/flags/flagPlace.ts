import type { Flag } from '../../core/model/flag';
import type { FolderIndex } from '../workspace/folderIndex';
import type { FolderIndexes } from '../workspace/folderIndexes';

/** Names a flag in the arguments of a command. JSON-safe. */
export interface FlagPlace {
  /** Address of the workspace folder. */
  readonly folder: string;
  readonly scope: string;
  readonly key: string;
  /** Tells two flags of one key and scope apart: one is defined here, one elsewhere. */
  readonly isDefined?: boolean;
}

export interface FoundFlag {
  readonly folder: FolderIndex;
  readonly flag: Flag;
}

export function placeOf({ folder, flag }: FoundFlag): FlagPlace {
  const isDefined = flag.definitions.length > 0;
  return { folder: folder.folder.uri.toString(), scope: flag.scope, key: flag.key, isDefined };
}

/** The flag at a place; undefined if it is not there any more. */
export function findFlag(indexes: FolderIndexes, place: FlagPlace): FoundFlag | undefined {
  const folder = indexes
    .all()
    .find((candidate) => candidate.folder.uri.toString() === place.folder);
  const same = folder?.index
    ?.snapshot()
    .flags.filter(({ key, scope }) => key === place.key && scope === place.scope);
  // It may have been defined since: then the other one is meant.
  const flag =
    same?.find(({ definitions }) => definitions.length > 0 === place.isDefined) ?? same?.[0];
  return folder && flag && { folder, flag };
}

/** Whether an argument is one; commands can be called by anybody. */
export function isFlagPlace(value: unknown): value is FlagPlace {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['folder', 'scope', 'key'].every((name) => typeof Reflect.get(value, name) === 'string')
  );
}
