import * as vscode from 'vscode';

/** The file a command is called with, or that of the active tab, as text or drawn. */
export function fileAtHand(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom
    ? input.uri
    : undefined;
}
