import * as vscode from 'vscode';

/** What is of use to nobody but who looks for a cause: the output channel `Flaglab`. */
export type Log = Pick<vscode.LogOutputChannel, 'info' | 'warn' | 'error' | 'show'>;

export function createLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('Flaglab', { log: true });
}
