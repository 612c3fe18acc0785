import * as vscode from 'vscode';
import { verdictGroups } from '../../core/report/check/verdictGroups';
import { views } from '../views';
import type { FolderIndexes } from '../workspace/folderIndexes';
import type { FlagVerdicts } from './flagVerdicts';

/** How many flags are ready for removal, in the status bar; nothing while there are none. A click shows them. */
export function createStaleStatusBar(
  indexes: FolderIndexes,
  verdicts: FlagVerdicts,
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('flaglab.ready', vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t('Flaglab: flags ready for removal');
  item.command = `${views.flags}.focus`;
  const show = () => {
    const all = indexes.all().flatMap((folder) => verdicts.all(folder));
    const { ready, blocked } = verdictGroups(all);
    if (ready.length === 0) {
      item.hide();
      return;
    }
    item.text = `$(archive) ${ready.length}`;
    const words =
      ready.length === 1
        ? vscode.l10n.t('1 flag is ready for removal')
        : vscode.l10n.t('{0} flags are ready for removal', ready.length);
    item.tooltip =
      blocked.length > 0 ? vscode.l10n.t('{0}, {1} blocked', words, blocked.length) : words;
    item.accessibilityInformation = { label: words };
    item.show();
  };
  return vscode.Disposable.from(item, verdicts.onDidChange(show));
}
