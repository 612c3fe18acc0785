import * as vscode from 'vscode';

/** Larger files are left out: nobody wrote them by hand. */
const maxBytes = 1024 * 1024;

function unsavedTextOf(uri: vscode.Uri): string | null {
  const address = uri.toString();
  const document = vscode.workspace.textDocuments.find(
    (candidate) => candidate.isDirty && candidate.uri.toString() === address,
  );
  return document ? document.getText() : null;
}

/** A file's text as people see it: unsaved changes count. Null where it is gone, too large or no UTF-8. */
export async function readText(uri: vscode.Uri): Promise<string | null> {
  const unsaved = unsavedTextOf(uri);
  if (unsaved !== null) return unsaved;
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > maxBytes) return null;
    const bytes = await vscode.workspace.fs.readFile(uri);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
