import * as vscode from 'vscode';
import type { Setting } from './settings';

/** Value of a setting at a place: a folder or a document, whose language counts too. */
export function readSetting<Value>(
  setting: Setting<Value>,
  scope?: vscode.ConfigurationScope,
): Value {
  return vscode.workspace
    .getConfiguration(undefined, scope)
    .get<Value>(setting.key, setting.default);
}
