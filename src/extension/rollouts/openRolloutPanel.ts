import * as vscode from 'vscode';
import { panelHtml } from '../../protocol/panelHtml';
import type { Log } from '../log';
import { createNonce } from '../simulator/nonce';
import { views } from '../views';
import type { RolloutSurroundings } from './describeRollouts';
import { RolloutSession } from './rolloutSession';

const open = new Map<string, vscode.WebviewPanel>();

/** Shows the panel on the rollouts of a document: the one there is, or a new one beside its text. */
export function openRolloutPanel(
  document: vscode.TextDocument,
  {
    extensionUri,
    log,
    surroundingsOf,
  }: {
    readonly extensionUri: vscode.Uri;
    readonly log: Log;
    readonly surroundingsOf: (uri: vscode.Uri) => Promise<RolloutSurroundings>;
  },
): void {
  const address = document.uri.toString();
  const known = open.get(address);
  if (known !== undefined) {
    known.reveal();
    return;
  }
  const files = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  const name = document.uri.path.split('/').at(-1) ?? '';
  const panel = vscode.window.createWebviewPanel(
    views.rollout,
    vscode.l10n.t('Rollout: {0}', name),
    vscode.ViewColumn.Beside,
    { enableScripts: true, localResourceRoots: [files] },
  );
  open.set(address, panel);
  panel.onDidDispose(() => open.delete(address));
  const { webview } = panel;
  const uriOf = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(files, file)).toString();
  new RolloutSession({
    document,
    panel,
    workerUri: uriOf('rolloutWorker.js'),
    log,
    surroundingsOf,
  }).start();
  webview.html = panelHtml({
    cspSource: webview.cspSource,
    nonce: createNonce(),
    scriptUri: uriOf('rollout.js'),
    styleUri: uriOf('rollout.css'),
    title: name,
  });
}
