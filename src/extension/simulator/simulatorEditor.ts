import * as vscode from 'vscode';
import { panelHtml } from '../../protocol/panelHtml';
import type { Log } from '../log';
import { views } from '../views';
import { createNonce } from './nonce';

interface SimulatorEditorOptions {
  readonly extensionUri: vscode.Uri;
  /** What is known of a plan's flag, in words; null where nothing is. */
  readonly flagSummary: (plan: vscode.Uri, flag: string) => string | null;
  readonly onFlagsChanged: vscode.Event<void>;
  /** Asks for what `flagSummary` needs. */
  readonly startIndex: () => void;
  readonly log: Log;
}

async function drawPanel(
  document: vscode.TextDocument,
  panel: vscode.WebviewPanel,
  options: SimulatorEditorOptions,
): Promise<void> {
  const { connectPanel } = await import('../onFirstUse');
  const { extensionUri, flagSummary, onFlagsChanged, log } = options;
  const files = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  const { webview } = panel;
  webview.options = {
    enableScripts: true,
    localResourceRoots: [files, vscode.Uri.joinPath(extensionUri, 'media')],
  };
  const uriOf = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(files, name)).toString();
  connectPanel({
    document,
    panel,
    workerUri: uriOf('worker.js'),
    flagSummary,
    onFlagsChanged,
    log,
  });
  webview.html = panelHtml({
    cspSource: webview.cspSource,
    nonce: createNonce(),
    scriptUri: uriOf('simulator.js'),
    styleUri: uriOf('simulator.css'),
    title: document.uri.path.split('/').at(-1) ?? '',
  });
}

/** Draws plan files. The document is VS Code's own: undo, redo, saving and hot exit are those of a text. */
export function registerSimulator(options: SimulatorEditorOptions): vscode.Disposable {
  return vscode.window.registerCustomEditorProvider(views.simulator, {
    async resolveCustomTextEditor(document, panel) {
      await drawPanel(document, panel, options);
      options.startIndex();
    },
  });
}
