import type * as vscode from 'vscode';

/** The rule that a message comes from. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
