import * as vscode from 'vscode';
import type { TextEdit } from '../../core/model/textEdit';
import { toRange } from '../spans';

/** Changes a file, shows it where it was changed, and saves it: what reads it reads saved files. False if it was refused. */
export async function applyEdits(target: vscode.Uri, edits: readonly TextEdit[]): Promise<boolean> {
  const change = new vscode.WorkspaceEdit();
  for (const { span, newText } of edits) change.replace(target, toRange(span), newText);
  if (!(await vscode.workspace.applyEdit(change))) return false;
  const document = await vscode.workspace.openTextDocument(target);
  const [first] = edits;
  const options = first
    ? { selection: toRange({ start: first.span.start, end: first.span.start }) }
    : {};
  await vscode.window.showTextDocument(document, options);
  return document.save();
}
