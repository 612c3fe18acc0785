import * as vscode from 'vscode';
import { commands } from '../commands';
import { contextKeys } from '../contextKeys';
import { setContextKey } from '../setContextKey';
import type { FolderIndexes, IndexState } from '../workspace/folderIndexes';

function textOf({ progress }: Extract<IndexState, { kind: 'reading' }>): string {
  const { filesDone, filesTotal } = progress;
  if (filesTotal === null) return vscode.l10n.t('Flags: listing files');
  return vscode.l10n.t('Flags: {0} of {1} files', filesDone, filesTotal);
}

/** Progress in the status bar while flags are read; a click stops it. Otherwise nothing is shown. */
export function createIndexStatusBar(indexes: FolderIndexes): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'flaglab.indexing',
    vscode.StatusBarAlignment.Left,
  );
  item.name = vscode.l10n.t('Flaglab: reading flags');
  item.command = commands.cancelIndexing;
  const show = (state: IndexState) => {
    setContextKey(contextKeys.state, state.kind);
    if (state.kind !== 'reading') {
      item.hide();
      return;
    }
    item.text = `$(sync~spin) ${textOf(state)}`;
    item.tooltip = vscode.l10n.t('Reading the flags of {0}. Click to stop.', state.folder);
    item.show();
  };
  return vscode.Disposable.from(item, indexes.onDidChangeState(show));
}
