import * as vscode from 'vscode';
import type { ContextKey } from './contextKeys';

export function setContextKey(key: ContextKey, value: string): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
