import * as vscode from 'vscode';

/** Whether the person may change the file, as far as its file system says. */
export async function isEditable(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return true;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    return permissions === undefined || (permissions & vscode.FilePermission.Readonly) === 0;
  } catch {
    // A file that is gone can be written again.
    return true;
  }
}
