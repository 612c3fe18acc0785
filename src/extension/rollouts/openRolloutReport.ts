import * as vscode from 'vscode';

/** Opens a report beside, as a text that is not saved. */
export async function openRolloutReport({
  format,
  text,
}: {
  readonly format: 'markdown' | 'html';
  readonly text: string;
}): Promise<void> {
  const shown = await vscode.workspace.openTextDocument({ language: format, content: text });
  await vscode.window.showTextDocument(shown, { viewColumn: vscode.ViewColumn.Beside });
}
