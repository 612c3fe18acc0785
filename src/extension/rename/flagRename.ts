import * as vscode from 'vscode';
import { isOwnText } from '../../core/flags/places/keyPlaces';
import { newKeyObstacle, renameObstacle } from '../../core/flags/rename/renameObstacle';
import { textPositions } from '../../core/syntax/textPositions';
import type { Flag } from '../../core/model/flag';
import type { UnresolvedRead } from '../../core/model/flagRead';
import { sourceSelector } from '../languages';
import { flagPlaceAt } from '../places/flagPlaces';
import type { FoundPlace } from '../places/flagPlaces';
import { keySelector } from '../places/keySelector';
import { toRange } from '../spans';
import type { FolderIndex } from '../workspace/folderIndex';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { pathBelow, uriBelow } from '../workspace/folderPaths';
import { readText } from '../workspace/readText';
import { renameEdits } from './renameEdits';

const isCode = (document: vscode.TextDocument) =>
  vscode.languages.match([...sourceSelector], document) > 0;

const notAKey = () => new Error(vscode.l10n.t('There is no key of a flag here.'));

/** The flag whose key's own text the cursor is in. */
function keyAt(
  indexes: FolderIndexes,
  document: vscode.TextDocument,
  position: vscode.Position,
): FoundPlace | undefined {
  const found = flagPlaceAt(indexes, document, position);
  return found && isOwnText(found.place) ? found : undefined;
}

/** Definition files have no other names that Flaglab could stand in the way of. */
function isDefinitionFile(indexes: FolderIndexes, uri: vscode.Uri): boolean {
  const folder = indexes.of(uri);
  const path = folder && pathBelow(folder.folder.uri, uri);
  const flags = folder?.index?.snapshot().flags ?? [];
  return flags.some(({ definitions }) => definitions.some(({ file }) => file === path));
}

/** Texts of the files that hold reads which could not be resolved. */
async function textsOf(
  folder: FolderIndex,
  unresolved: readonly UnresolvedRead[],
): Promise<ReadonlyMap<string, string | null>> {
  const files = [...new Set(unresolved.map(({ file }) => file))];
  const read = async (file: string) =>
    [file, await readText(uriBelow(folder.folder.uri, file))] as const;
  return new Map(await Promise.all(files.map(read)));
}

async function obstacleOf(folder: FolderIndex, flag: Flag): Promise<string | null> {
  const { index } = folder;
  if (!index) return vscode.l10n.t('The flags of this folder are not read yet.');
  const { flags, unresolved } = index.snapshot();
  const texts = await textsOf(folder, unresolved);
  return renameObstacle(flag, {
    flags,
    unresolved,
    scopesAround: (file) => index.scopesAround(file),
    textAt: ({ file, span }) => {
      const text = texts.get(file);
      if (text === null || text === undefined) return null;
      const { offsetAt } = textPositions(text);
      return text.slice(offsetAt(span.start), offsetAt(span.end));
    },
  });
}

async function refuseIfHidden({ folder, place }: FoundPlace): Promise<void> {
  const obstacle = await obstacleOf(folder, place.flag);
  if (obstacle === null) return;
  const { key } = place.flag;
  throw new Error(vscode.l10n.t('Cannot rename “{0}” everywhere. {1}', key, obstacle));
}

/** Renames a flag's key in code, constants, definition files, plans and settings, where each of its places is known. */
export function registerFlagRename(indexes: FolderIndexes): vscode.Disposable {
  const provider: vscode.RenameProvider = {
    async prepareRename(document, position) {
      const found = keyAt(indexes, document, position);
      if (!found) {
        // The first provider that accepts wins, and one that throws stops those that cannot prepare.
        if (isCode(document) || !isDefinitionFile(indexes, document.uri)) return undefined;
        throw notAKey();
      }
      await refuseIfHidden(found);
      return { range: toRange(found.place.span), placeholder: found.place.flag.key };
    },
    async provideRenameEdits(document, position, newName) {
      const found = keyAt(indexes, document, position);
      if (!found) throw notAKey();
      await refuseIfHidden(found);
      const taken = newKeyObstacle(newName, found.folder.index?.snapshot().flags ?? []);
      if (taken !== null) throw new Error(taken);
      return renameEdits(found, newName, document.uri);
    },
  };
  return vscode.languages.registerRenameProvider([...keySelector], provider);
}
