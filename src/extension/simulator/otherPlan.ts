import * as vscode from 'vscode';
import { parsePlan } from '../../core/experiment/plan/parsePlan';
import type { Plan } from '../../core/experiment/plan/planSchema';
import { planFileGlob } from './planFiles';

/** A plan to compare with. */
export interface OtherPlan {
  readonly name: string;
  readonly plan: Plan;
}

/** Asks which plan of the workspace to compare with, unless one is given, and reads it; null where there is none, which has been said. */
export async function otherPlan(
  own: vscode.Uri,
  given: vscode.Uri | null,
): Promise<OtherPlan | null> {
  const uri = given ?? (await choosePlan(own));
  if (uri === null) return null;
  const document = await vscode.workspace.openTextDocument(uri);
  const { plan } = parsePlan(document.getText());
  const name = vscode.workspace.asRelativePath(uri);
  if (plan !== null) return { name, plan };
  void vscode.window.showErrorMessage(
    vscode.l10n.t('{0} has errors: open it, they are listed in Problems.', name),
  );
  return null;
}

async function choosePlan(own: vscode.Uri): Promise<vscode.Uri | null> {
  const found = await vscode.workspace.findFiles(planFileGlob, '**/node_modules/**', 1000);
  const others = found
    .filter((uri) => uri.toString() !== own.toString())
    .map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  if (others.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('This workspace has no other plan (*.experiment.yaml).'),
    );
    return null;
  }
  const chosen = await vscode.window.showQuickPick(others, {
    placeHolder: vscode.l10n.t('Compare with which plan?'),
  });
  return chosen?.uri ?? null;
}
