import * as vscode from 'vscode';

/** The workspace folder that is meant: the only one, or the one picked. */
export async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  const picked = await vscode.window.showWorkspaceFolderPick();
  return picked?.uri;
}
