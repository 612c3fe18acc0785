import type { Flag } from '../../core/model/flag';
import type { FolderIndex } from '../workspace/folderIndex';
import type { FolderIndexes } from '../workspace/folderIndexes';

/** Names a flag in the arguments of a command. JSON-safe. */
export interface FlagPlace {
  /** Address of the workspace folder. */
  readonly folder: string;
  readonly scope: string;
  readonly key: string;
}

export interface FoundFlag {
  readonly folder: FolderIndex;
  readonly flag: Flag;
}

export function placeOf({ folder, flag }: FoundFlag): FlagPlace {
  return { folder: folder.folder.uri.toString(), scope: flag.scope, key: flag.key };
}

/** The flag at a place; undefined if it is not there any more. */
export function findFlag(indexes: FolderIndexes, place: FlagPlace): FoundFlag | undefined {
  const folder = indexes
    .all()
    .find((candidate) => candidate.folder.uri.toString() === place.folder);
  const flag = folder?.index
    ?.snapshot()
    .flags.find(({ key, scope }) => key === place.key && scope === place.scope);
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
