import * as vscode from 'vscode';

/** How serious a message is that can be switched off. */
export type MessageLevel = 'warning' | 'information' | 'off';

/** Every setting with its type and its default, once. A test holds `package.json` to it. */
export const settings = {
  codeLensEnabled: { key: 'flaglab.codeLens.enabled', default: true as boolean },
  codeLensCounts: { key: 'flaglab.codeLens.counts', default: false as boolean },
  undefinedFlags: {
    key: 'flaglab.diagnostics.undefinedFlags',
    default: 'information' as MessageLevel,
  },
} as const;

type Setting<Value> = { readonly key: string; readonly default: Value };

/** Value of a setting at a place: a folder or a document, whose language counts too. */
export function readSetting<Value>(
  setting: Setting<Value>,
  scope?: vscode.ConfigurationScope,
): Value {
  return vscode.workspace.getConfiguration(undefined, scope).get<Value>(setting.key, setting.default);
}
