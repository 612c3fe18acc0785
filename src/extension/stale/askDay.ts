import * as vscode from 'vscode';
import { dayOf } from '../../core/model/dayOf';
import { today } from './today';

/** Days ahead that are offered: a quarter. */
const offeredDays = 90;

/** Asks for a day after today: undefined where the person changed their mind, null where none was given and none is needed. */
export async function askDay(
  prompt: string,
  { isNeeded }: { readonly isNeeded: boolean },
): Promise<string | null | undefined> {
  const text = await vscode.window.showInputBox({
    prompt,
    value: today(offeredDays),
    placeHolder: 'YYYY-MM-DD',
    validateInput: (given) => {
      if (given.trim() === '' && !isNeeded) return null;
      const day = dayOf(given.trim());
      if (day === null) return vscode.l10n.t('Write a day as YYYY-MM-DD.');
      return day < today() ? vscode.l10n.t('This day is past.') : null;
    },
  });
  if (text === undefined) return undefined;
  return text.trim() === '' ? null : dayOf(text.trim());
}
