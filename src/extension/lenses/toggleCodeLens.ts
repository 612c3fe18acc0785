import * as vscode from 'vscode';
import { readSetting } from '../readSetting';
import { settings } from '../settings';

/** Turns the lenses on or off, for all workspaces or where the setting was made for this one. */
export async function toggleCodeLens(): Promise<void> {
  const { key } = settings.codeLensEnabled;
  const configuration = vscode.workspace.getConfiguration();
  const made = configuration.inspect<boolean>(key);
  const target =
    made?.workspaceValue === undefined
      ? vscode.ConfigurationTarget.Global
      : vscode.ConfigurationTarget.Workspace;
  await configuration.update(key, !readSetting(settings.codeLensEnabled), target);
}
