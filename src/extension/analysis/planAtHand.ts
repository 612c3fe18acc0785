import * as vscode from 'vscode';
import { isPlanFile } from '../simulator/planFiles';

/** The plan that is open in front, as text or drawn. */
export function planAtHand(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom)) {
    return undefined;
  }
  return isPlanFile(input.uri.path) ? input.uri : undefined;
}
