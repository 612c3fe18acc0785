import * as vscode from 'vscode';
import { exists, openUnsaved } from '../unsavedDocument';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { uriBelow } from '../workspace/folderPaths';
import { chooseFolder } from './chooseFolder';
import { manifestFromReads } from './manifestFromReads';

const manifestName = 'flags.json';

/**
 * Opens a first manifest of the flags that the code reads and no file defines, for people to look through and save.
 * A file that is there is opened instead: it is never written over. Returns whether one was opened.
 */
export async function addDefinitions(indexes: FolderIndexes): Promise<boolean> {
  const root = await chooseFolder();
  if (!root) return false;
  const target = uriBelow(root, manifestName);
  if (await exists(target)) {
    await vscode.window.showTextDocument(target);
    return true;
  }
  await indexes.ready();
  const folder = indexes.all().find(({ folder }) => folder.uri.toString() === root.toString());
  const { text, leftOut } = manifestFromReads(folder?.index?.snapshot().flags ?? []);
  await vscode.window.showTextDocument(await openUnsaved(target, text));
  if (leftOut.length > 0) {
    const message = vscode.l10n.t(
      'Left out, because the code does not give one default: {0}.',
      leftOut.join(', '),
    );
    void vscode.window.showInformationMessage(message);
  }
  return true;
}
