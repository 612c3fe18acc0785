import * as vscode from 'vscode';

/** A place in a workspace folder, the first one unless named. */
export function place(path: string, folderName?: string): vscode.Uri {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folderName ? folders.find(({ name }) => name === folderName) : folders[0];
  if (!folder) throw new Error(`No folder ${folderName ?? ''}`);
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

export async function textOf(uri: vscode.Uri): Promise<string> {
  return Array.from(await vscode.workspace.fs.readFile(uri), (byte) =>
    String.fromCharCode(byte),
  ).join('');
}

/** Writes ASCII text, past all open documents. */
export async function write(uri: vscode.Uri, text: string): Promise<void> {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  await vscode.workspace.fs.writeFile(uri, bytes);
}

/** Closes all editors; what was not saved is read from disk again first, as others may hold the document. */
export async function closeAll(): Promise<void> {
  for (;;) {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    if (!tab) return;
    if (tab.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
