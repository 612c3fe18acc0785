import * as vscode from 'vscode';
import { until } from './until';

async function allLenses(uri: vscode.Uri): Promise<readonly vscode.CodeLens[]> {
  await vscode.workspace.openTextDocument(uri);
  return vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    100,
  );
}

/** A lens as people see it: 1-based line and title. */
export async function lensesOf(uri: vscode.Uri): Promise<readonly string[]> {
  const lenses = await allLenses(uri);
  return lenses
    .filter(({ command }) => command?.command.startsWith('flaglab.'))
    .map(({ range, command }) => `${range.start.line + 1}: ${command?.title}`);
}

/** The lenses, once they are as wanted. */
export function lensesUntil(
  uri: vscode.Uri,
  isWanted: (lenses: readonly string[]) => boolean,
): Promise<readonly string[]> {
  return until(() => lensesOf(uri), isWanted);
}

export const some = (lenses: readonly string[]) => lenses.length > 0;

/** The command behind the first lens with this title. */
export async function lensCommand(uri: vscode.Uri, title: RegExp): Promise<vscode.Command> {
  const lenses = await allLenses(uri);
  const command = lenses.find((lens) => title.test(lens.command?.title ?? ''))?.command;
  if (!command) throw new Error(`No lens ${title}`);
  return command;
}
