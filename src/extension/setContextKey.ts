import * as vscode from 'vscode';
import type { ContextKey } from './contextKeys';

export function setContextKey(key: ContextKey, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
