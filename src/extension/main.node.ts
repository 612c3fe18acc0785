import * as vscode from 'vscode';
import { readGitBlobs, runGit, streamGit } from '../platform/node/git';
import { createGiveWay } from '../platform/node/giveWay';
import { startIndexingThread } from '../platform/node/indexingWorker';
import { createNodeHistoryCache } from '../platform/node/nodeHistoryCache';
import type { ExtensionContext } from './ports';
import { startExtension } from './startExtension';

export function activate(context: ExtensionContext): void {
  startExtension(context, {
    startIndexing: (extensionUri) =>
      startIndexingThread(vscode.Uri.joinPath(extensionUri, 'dist', 'indexing.node.js').fsPath),
    createGiveWay,
    git: { run: runGit, stream: streamGit, blobs: readGitBlobs },
    historyCache: createNodeHistoryCache(),
  });
}
