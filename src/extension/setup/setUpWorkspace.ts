import * as vscode from 'vscode';
import { foundInWorkspace } from '../../engine/foundInWorkspace';
import { exists, openUnsaved } from '../unsavedDocument';
import { settingsFileName } from '../../engine/settingsFileName';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { uriBelow } from '../workspace/folderPaths';
import { chooseFolder } from './chooseFolder';

const nothingFound = { sdks: [], definitionFiles: [], scopes: [], flags: 0 };

/** Opens a first `flaglab.yaml`, made from what the folder holds, for people to look through and save. A file that is there is opened as it is. */
export async function setUpWorkspace(indexes: FolderIndexes): Promise<void> {
  const root = await chooseFolder();
  if (!root) return;
  const target = uriBelow(root, settingsFileName);
  if (await exists(target)) {
    await vscode.window.showTextDocument(target);
    return;
  }
  await indexes.ready();
  const snapshot = indexes.of(target)?.index?.snapshot();
  const { createSettings } = await import('../onFirstUse');
  const text = createSettings(snapshot ? foundInWorkspace(snapshot) : nothingFound);
  await vscode.window.showTextDocument(await openUnsaved(target, text));
}
