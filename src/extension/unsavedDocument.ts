import * as vscode from 'vscode';

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/**
 * A document that knows where it will be saved to, and is not saved yet. One that is open already keeps its text.
 * Only for a place where no file is.
 */
export async function openUnsaved(target: vscode.Uri, text: string): Promise<vscode.TextDocument> {
  const uri = target.with({ scheme: 'untitled' });
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.getText() === '') {
    const change = new vscode.WorkspaceEdit();
    change.insert(uri, new vscode.Position(0, 0), text);
    await vscode.workspace.applyEdit(change);
  }
  return document;
}
