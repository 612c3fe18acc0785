import { existsSync } from 'node:fs';
import * as vscode from 'vscode';

it('has Node and real files', () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder || !existsSync(folder.uri.fsPath)) throw new Error('No folder on disk');
});
