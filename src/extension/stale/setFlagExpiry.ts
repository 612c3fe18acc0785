import * as vscode from 'vscode';
import { canSetExpiry } from '../../core/flags/definitions/canSetExpiry';
import type { FoundFlag } from '../flags/flagPlace';
import { uriBelow } from '../workspace/folderPaths';
import { readText } from '../workspace/readText';
import { applyEdits } from './applyEdits';
import { askDay } from './askDay';

/** Asks for a day and writes it into every definition of a flag that can say it. */
export async function setFlagExpiry({ folder, flag }: FoundFlag, given: unknown): Promise<void> {
  const { setExpiry } = await import('../onFirstUse');
  const prompt = vscode.l10n.t('Day after which “{0}” is to be gone', flag.key);
  const date = typeof given === 'string' ? given : await askDay(prompt, { isNeeded: true });
  if (date === undefined || date === null) return;
  for (const { file, format } of flag.definitions) {
    if (!canSetExpiry(format, file)) continue;
    const target = uriBelow(folder.folder.uri, file);
    const text = await readText(target);
    const edits = text === null ? null : setExpiry(format, file, text, { key: flag.key, date });
    if (edits !== null && (await applyEdits(target, edits))) continue;
    const message = vscode.l10n.t('{0} cannot be read, so nothing was written.', file);
    await vscode.window.showWarningMessage(message);
  }
}
