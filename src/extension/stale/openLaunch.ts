import * as vscode from 'vscode';
import type { FoundFlag } from '../flags/flagPlace';
import type { ExtensionPorts } from '../ports';
import { historyOf, type FlagVerdicts } from './flagVerdicts';
import type { ShownTexts } from './shownTexts';

interface LaunchOptions extends Pick<ExtensionPorts, 'git' | 'historyCache'> {
  readonly verdicts: FlagVerdicts;
  readonly texts: ShownTexts;
}

/** Shows what the commit that gave everyone one value did to the files that define the flag. */
export async function openLaunch(
  { folder, flag }: FoundFlag,
  { verdicts, texts, ...ports }: LaunchOptions,
): Promise<void> {
  const commit = verdicts.of(folder, flag)?.evidence.oneSidedSince?.commit;
  const history = historyOf(folder.folder, ports);
  if (commit === undefined || history === null) {
    const message = vscode.l10n.t('Which commit launched “{0}” is not known here.', flag.key);
    await vscode.window.showInformationMessage(message);
    return;
  }
  const { git, root: cwd, trusted } = history;
  const show = ['-1', '-p', '--first-parent', '-m', '-M', '--no-color', '--format=medium', commit];
  const answer = await git.run('log', show, { cwd, trusted });
  if (answer.kind !== 'ok') {
    await vscode.window.showWarningMessage(answer.reason);
    return;
  }
  const uri = texts.put(`${commit.slice(0, 10)}.diff`, answer.stdout);
  await vscode.window.showTextDocument(uri, { preview: true });
}
