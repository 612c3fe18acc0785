import * as vscode from 'vscode';
import { noHistoryCache } from '../engine/history/historyCache';
import { createGiveWay } from '../platform/web/giveWay';
import { startIndexingWebWorker } from '../platform/web/indexingWorker';
import type { ExtensionContext } from './ports';
import { startExtension } from './startExtension';

export function activate(context: ExtensionContext): void {
  startExtension(context, {
    startIndexing: (extensionUri) =>
      startIndexingWebWorker(
        vscode.Uri.joinPath(extensionUri, 'dist', 'indexing.web.js').toString(true),
      ),
    createGiveWay,
    git: null,
    historyCache: noHistoryCache,
  });
}
