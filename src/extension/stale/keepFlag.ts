import * as vscode from 'vscode';
import { settingsFileName } from '../../engine/settingsFileName';
import type { FoundFlag } from '../flags/flagPlace';
import { exists } from '../unsavedDocument';
import { uriBelow } from '../workspace/folderPaths';
import { readText } from '../workspace/readText';
import { applyEdits } from './applyEdits';
import { askDay } from './askDay';

/** Asks why a flag stays and until when, and writes it into `flaglab.yaml`. Arguments, where a command gives them, are not asked for. */
export async function keepFlag(
  { folder, flag }: FoundFlag,
  given: readonly unknown[],
): Promise<void> {
  const [givenReason, givenUntil] = given;
  const reason =
    typeof givenReason === 'string'
      ? givenReason
      : await vscode.window.showInputBox({
          prompt: vscode.l10n.t('Why does “{0}” stay?', flag.key),
          validateInput: (text) =>
            text.trim() === '' ? vscode.l10n.t('Without a reason it would not count.') : null,
        });
  if (reason === undefined || reason.trim() === '') return;
  const prompt = vscode.l10n.t('Until when? Empty: it is not looked at again.');
  const until =
    typeof givenUntil === 'string' ? givenUntil : await askDay(prompt, { isNeeded: false });
  if (until === undefined) return;
  const { addedKeep, settingsWithKeep } = await import('../onFirstUse');
  const kept = { key: flag.key, until, reason: reason.trim() };
  const target = uriBelow(folder.folder.uri, settingsFileName);
  const text = await readText(target);
  if (text === null && !(await exists(target))) {
    const change = new vscode.WorkspaceEdit();
    change.createFile(target, { ignoreIfExists: true });
    change.insert(target, new vscode.Position(0, 0), settingsWithKeep(kept));
    await vscode.workspace.applyEdit(change);
    const { document } = await vscode.window.showTextDocument(target);
    await document.save();
    return;
  }
  const edits = text === null ? null : addedKeep(text, kept);
  if (edits !== null && (await applyEdits(target, edits))) return;
  const message = vscode.l10n.t('{0} cannot be read, so nothing was written.', settingsFileName);
  await vscode.window.showWarningMessage(message);
}
