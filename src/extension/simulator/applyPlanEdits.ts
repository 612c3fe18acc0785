import * as vscode from 'vscode';
import { editPlan } from '../../core/experiment/plan/editPlan';
import type { PlanEdit } from '../../core/experiment/plan/planEdit';
import { toRange } from '../spans';

/** Writes edits of the panel into the document, as one undo step. Returns what stood in the way, in words, or null. */
export async function applyPlanEdits(
  document: vscode.TextDocument,
  edits: readonly PlanEdit[],
): Promise<string | null> {
  const { value: textEdits, diagnostics } = editPlan(document.getText(), edits);
  if (!textEdits) {
    const reason = diagnostics.find(({ severity }) => severity === 'error')?.message;
    return reason ?? vscode.l10n.t('The file cannot be changed at this place: open it as text.');
  }
  if (textEdits.length === 0) return null;
  const change = new vscode.WorkspaceEdit();
  change.set(
    document.uri,
    textEdits.map(({ span, newText }) => vscode.TextEdit.replace(toRange(span), newText)),
  );
  const applied = await vscode.workspace.applyEdit(change);
  return applied ? null : vscode.l10n.t('The editor refused the change.');
}
