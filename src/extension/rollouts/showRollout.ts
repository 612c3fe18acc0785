import * as vscode from 'vscode';
import { rolloutSurroundings } from './rolloutSurroundings';

/** Shows the report on the rollouts of a file: the one given, or the one at hand. */
export async function showRollout(given: unknown): Promise<void> {
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const title = vscode.l10n.t('Simulating launches');
  const report = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title },
    async () => {
      const { writeRolloutReport } = await import('./rolloutOnFirstUse');
      const source = { file: uri.toString(), text: document.getText() };
      return writeRolloutReport(source, await rolloutSurroundings(uri));
    },
  );
  if (report === null) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('This file has no rollout that can be simulated.'),
    );
    return;
  }
  const shown = await vscode.workspace.openTextDocument({ language: 'markdown', content: report });
  await vscode.window.showTextDocument(shown, { viewColumn: vscode.ViewColumn.Beside });
}
