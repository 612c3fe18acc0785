import * as vscode from 'vscode';
import { decodeText } from '../../core/syntax/decodeText';

/** Larger files are left out: nobody wrote them by hand. */
const maxBytes = 1_000_000;

function unsavedTextOf(uri: vscode.Uri): string | null {
  const address = uri.toString();
  const document = vscode.workspace.textDocuments.find(
    (candidate) => candidate.isDirty && candidate.uri.toString() === address,
  );
  return document ? document.getText() : null;
}

/** A file's text as people see it: unsaved changes count. Null where it is gone, too large or no text. */
export async function readText(uri: vscode.Uri): Promise<string | null> {
  const unsaved = unsavedTextOf(uri);
  if (unsaved !== null) return unsaved;
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > maxBytes) return null;
    const decoded = decodeText(await vscode.workspace.fs.readFile(uri));
    return decoded.kind === 'text' ? decoded.text : null;
  } catch {
    return null;
  }
}
